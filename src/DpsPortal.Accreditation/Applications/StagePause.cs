using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>A time in which the clock of a stage waits for an answer. Instants, UTC; open while it lasts.</summary>
internal sealed record StagePause(Guid QuestionId, DateTime From, DateTime? Until)
{
    /// <summary>The first end counts: a stage closed meanwhile ends the pause for good.</summary>
    public StagePause EndAt(DateTime now) => Until is null ? this with { Until = now } : this;

    /// <summary>
    /// The working days that fall into it, numbered from the day the stage was opened. The day of asking has run
    /// already; the day of the answer has not.
    /// </summary>
    public IEnumerable<int> Numbers(DateOnly opened, DateTime now)
    {
        var first = WorkingDays.WorkingDaysBetween(opened, LondonTime.DateOf(From));
        var last = WorkingDays.WorkingDaysBetween(opened, LondonTime.DateOf(Until ?? now));
        return Enumerable.Range(first + 1, Math.Max(0, last - first));
    }
}
