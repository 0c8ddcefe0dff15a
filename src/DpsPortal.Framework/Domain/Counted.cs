using System.Globalization;

namespace DpsPortal.Framework.Domain;

public static class Counted
{
    /// <summary><c>1 day</c>, <c>2 days</c>, <c>3 people</c>: every number that is written is said by this.</summary>
    /// <param name="many">Where it is not <paramref name="one"/> with an s.</param>
    public static string Of(int number, string one, string? many = null) => string.Create(
        CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
