using System.Globalization;

namespace DpsPortal.Rules.Calendar;

/// <summary>
/// Monday to Friday, less the bank holidays of England and Wales. A day of receipt is day 0 whatever day it falls on,
/// so that what comes in on a Saturday has the next working day as its day 1.
/// </summary>
public static class WorkingDays
{
    /// <summary>The longest period that may be counted, in working days.</summary>
    public const int Longest = 366;

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(date);

    /// <summary>The London date on which a period that began with receipt at an instant ends.</summary>
    /// <param name="workingDays">0 to <see cref="Longest"/>; 0 is the date of receipt itself.</param>
    /// <exception cref="RuleViolationException">
    /// The number of days is out of range, or the calendar ends before the period does.
    /// </exception>
    public static DateOnly DueDate(DateTimeOffset receivedAt, int workingDays) =>
        AddWorkingDays(LondonTime.DateOf(receivedAt), workingDays);

    /// <inheritdoc cref="DueDate"/>
    public static DateOnly AddWorkingDays(DateOnly dayNought, int workingDays)
    {
        if (workingDays is < 0 or > Longest)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Calendar.WorkingDaysOutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"Give a number of working days from 0 to {Longest}."),
                "workingDays");
        }

        var date = dayNought;
        for (var counted = 0; counted < workingDays;)
        {
            if (date == DateOnly.MaxValue)
            {
                throw new RuleViolationException(
                    RulesErrorCodes.Calendar.DateOutOfRange,
                    "The period ends after the year 9999. Give an earlier date of receipt.",
                    "receivedAt");
            }

            date = date.AddDays(1);
            counted += IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>
    /// Which working day of a period a date is, for "day 7 of 10": the working days after <paramref name="from"/> up
    /// to and including <paramref name="to"/>. Negative when <paramref name="to"/> is the earlier.
    /// </summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var counted = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            counted += IsWorkingDay(date) ? 1 : 0;
        }

        return counted;
    }
}
