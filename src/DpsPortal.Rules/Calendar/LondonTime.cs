using System.Globalization;

namespace DpsPortal.Rules.Calendar;

/// <summary>
/// Between instants, which the portal keeps in UTC, and the clock on the wall in London, by which the law counts days.
/// </summary>
public static class LondonTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOf(instant.UtcDateTime);

    /// <inheritdoc cref="ToLocal"/>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>What the London clock shows at an instant.</summary>
    /// <exception cref="ArgumentException">The instant is not marked as UTC.</exception>
    public static DateTime ToLocal(DateTime utc) =>
        utc.Kind == DateTimeKind.Utc
            ? DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone), DateTimeKind.Unspecified)
            : throw new ArgumentException("An instant is given in UTC.", nameof(utc));

    /// <summary>The instant at which the London clock shows this, for a time that somebody has typed.</summary>
    /// <exception cref="RuleViolationException">
    /// The clocks go forward over the time, so it never comes; or back over it, so it comes twice.
    /// </exception>
    public static DateTime ToUtc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
        {
            throw new RuleViolationException(
                RulesErrorCodes.Calendar.LocalTimeDoesNotExist,
                Sentence($"{wall:HH:mm} on {wall:d MMMM yyyy} never comes: clocks go forward. Choose another time."));
        }

        if (Zone.IsAmbiguousTime(wall))
        {
            throw new RuleViolationException(
                RulesErrorCodes.Calendar.LocalTimeIsAmbiguous,
                Sentence($"{wall:HH:mm} on {wall:d MMMM yyyy} comes twice: clocks go back. Choose another time."));
        }

        return TimeZoneInfo.ConvertTimeToUtc(wall, Zone);
    }

    /// <summary>The instant at which a date begins in London.</summary>
    public static DateTime StartOfDay(DateOnly date) => ToUtc(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The first instant at which the London clock shows the time of sending again, so many calendar days on. Over a
    /// change of the clocks those days are an hour shorter or longer. A time that the clocks skip counts as reached
    /// when they skip it; one that comes twice, when it first comes.
    /// </summary>
    public static DateTime EarliestClose(DateTime sentUtc, int calendarDays)
    {
        var wall = ToLocal(sentUtc).AddDays(calendarDays);
        if (Zone.IsInvalidTime(wall))
        {
            var gapStart = new DateTime(wall.Year, wall.Month, wall.Day, wall.Hour, 0, 0, DateTimeKind.Unspecified);
            return TimeZoneInfo.ConvertTimeToUtc(gapStart.AddHours(-1), Zone).AddHours(1);
        }

        return Zone.IsAmbiguousTime(wall)
            ? DateTime.SpecifyKind(wall - Zone.GetAmbiguousTimeOffsets(wall).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(wall, Zone);
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
