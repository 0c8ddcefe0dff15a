using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

internal static class CalendarEndpoints
{
    /// <summary>RFC 3339, to the second or finer; without an offset an instant is not known.</summary>
    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static void MapCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
                "/api/calendar/due-date",
                (string receivedAt, int workingDays) =>
                    new DueDateAnswer(WorkingDays.DueDate(InstantOf(receivedAt), workingDays)))
            .WithName("Calendar.DueDate").WithTags("Rules").RequireSignIn();

    /// <exception cref="InvalidInputException">Not an instant with its offset.</exception>
    private static DateTimeOffset InstantOf(string text)
    {
        // A plus sign that was not escaped arrives as a space.
        var sent = text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text.Replace(' ', '+');
        return DateTimeOffset.TryParseExact(
            sent, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new InvalidInputException(
                "receivedAt", "Give a date and time with its offset, for example 2026-12-14T09:00:00Z.");
    }
}

internal sealed record DueDateAnswer(DateOnly DueDate);
