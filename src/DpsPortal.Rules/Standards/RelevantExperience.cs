using System.Globalization;

namespace DpsPortal.Rules.Standards;

/// <param name="End">The last day worked, included; none for a post still held.</param>
public sealed record EmploymentPeriod(DateOnly Start, DateOnly? End);

/// <summary>
/// Whether a registered service manager has worked long enough, and lately enough, in a role relevant to the
/// residential support of children or adults. Source: SI 2023/416, reg. 12.
/// </summary>
/// <param name="Months">Whole months, of the last five years.</param>
/// <param name="Days">The days beyond them.</param>
public sealed record RelevantExperience(int Months, int Days)
{
    public const int MonthsNeeded = 24;

    public const int YearsCounted = 5;

    /// <summary>Days left over from several stretches make a month by 31, so that none is ever given away.</summary>
    private const int DaysOfAMonth = 31;

    public bool IsEnough => Months >= MonthsNeeded;

    /// <summary>
    /// Counts the five years that end with <paramref name="on"/>, included. Days covered twice count once; whole
    /// calendar months are counted in each unbroken stretch.
    /// </summary>
    /// <param name="on">A London date.</param>
    /// <exception cref="RuleViolationException">A period ends before it starts.</exception>
    public static RelevantExperience Count(IEnumerable<EmploymentPeriod> periods, DateOnly on)
    {
        var until = on.AddDays(1);
        var (months, days) = (0, 0);
        foreach (var (start, end) in Stretches(periods, until.AddYears(-YearsCounted), until))
        {
            var whole = WholeMonths(start, end);
            months += whole;
            days += end.DayNumber - start.AddMonths(whole).DayNumber;
        }

        return new RelevantExperience(months + (days / DaysOfAMonth), days % DaysOfAMonth);
    }

    /// <summary>The periods within the window, joined where they touch or overlap; an end is not included.</summary>
    private static List<(DateOnly Start, DateOnly End)> Stretches(
        IEnumerable<EmploymentPeriod> periods, DateOnly from, DateOnly until)
    {
        var stretches = new List<(DateOnly Start, DateOnly End)>();
        foreach (var period in periods.OrderBy(period => period.Start))
        {
            if (period.End < period.Start)
            {
                throw new RuleViolationException(
                    RulesErrorCodes.Standards.PeriodEndsBeforeItStarts,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The post that began on {period.Start:yyyy-MM-dd} cannot end before then."));
            }

            var start = period.Start > from ? period.Start : from;
            var end = period.End is { } last && last < until ? last.AddDays(1) : until;
            if (start >= end)
            {
                continue;
            }

            if (stretches.Count > 0 && start <= stretches[^1].End)
            {
                var joined = stretches[^1];
                stretches[^1] = (joined.Start, joined.End > end ? joined.End : end);
            }
            else
            {
                stretches.Add((start, end));
            }
        }

        return stretches;
    }

    private static int WholeMonths(DateOnly start, DateOnly end)
    {
        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        return start.AddMonths(months) <= end ? months : months - 1;
    }
}
