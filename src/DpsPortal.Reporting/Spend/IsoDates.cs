using System.Globalization;
using DpsPortal.Framework.Domain;
using Microsoft.AspNetCore.Http;

namespace DpsPortal.Reporting.Spend;

/// <summary>
/// Binding takes a date in several spellings; 04/01/2026 would be read the American way. The contract knows
/// YYYY-MM-DD only.
/// </summary>
internal static class IsoDates
{
    private static readonly string[] Names = ["from", "to", "on"];

    /// <exception cref="InvalidInputException">A date is spelled in another way.</exception>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        foreach (var name in Names)
        {
            if (query.TryGetValue(name, out var values)
                && !DateOnly.TryParseExact(values.ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                throw new InvalidInputException(name, "Give the date as YYYY-MM-DD.");
            }
        }

        return next(context);
    }
}
