using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>A time in which the clock of policy stood still; null until it goes on.</summary>
internal sealed record ClockPause(DateTime From, DateTime? Until, string Reason);

/// <content>The clock of a decision on membership. One of law never stops; one of policy may.</content>
internal sealed partial class Application
{
    public bool ClockIsPaused => ClockPauses.Count > 0 && ClockPauses[^1].Until is null;

    public bool CanPauseClock => RegimeRules.Of(Regime).DecisionClockMayPause && !ClockIsPaused
        && Membership is MembershipState.Submitted or MembershipState.InEvaluation;

    /// <exception cref="BusinessException">The law sets this clock. Source: PCR 2015, reg. 34(16)-(17).</exception>
    public void PauseClock(string reason, DateTime now)
    {
        var rules = RegimeRules.Of(Regime);
        if (!rules.DecisionClockMayPause)
        {
            throw new BusinessException(AccreditationErrorCodes.ClockNeverPauses)
                .WithData("source", rules.SourceOf(RegimeSubject.Deciding))
                .WithData("dueOn", DueOn is { } due ? InWords(due) : "its last day");
        }

        RefuseWhen(!CanPauseClock, "PauseClock");
        RefuseBlank(reason, "reason");
        ClockPauses = [.. ClockPauses, new ClockPause(now, null, reason)];
        Record("PauseClock", reason: reason);
        Tell("the time to decide stands still until we have your answer");
    }

    /// <summary>The last day moves by the working days that the clock stood still.</summary>
    public void ResumeClock(DateTime now)
    {
        RefuseWhen(!ClockIsPaused, "ResumeClock");
        var pause = ClockPauses[^1];
        var before = DueOn!.Value;
        var days = WorkingDays.WorkingDaysBetween(LondonTime.DateOf(pause.From), LondonTime.DateOf(now));
        DueOn = WorkingDays.AddWorkingDays(before, days);
        ClockPauses = [.. ClockPauses.Take(ClockPauses.Count - 1), pause with { Until = now }];
        RememberNextDue();
        Record("ResumeClock", Iso(before), Iso(DueOn.Value));
        Tell($"the time to decide goes on. You will have a decision on membership by {InWords(DueOn.Value)}");
    }

    private void RefuseWhen(bool refused, string trigger)
    {
        if (refused)
        {
            throw new InvalidTransitionException(
                Membership.ToString(), trigger,
                [.. MembershipStates.Transitions.PermittedTriggers(Membership).Select(t => t.ToString())]);
        }
    }
}
