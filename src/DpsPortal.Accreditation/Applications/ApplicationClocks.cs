using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The clocks of an application as people read them. A question to the applicant never moves the
/// legal one; it may hold the one of a stage.</summary>
internal static class ApplicationClocks
{
    /// <summary>Null while a draft. Stands still once membership is decided.</summary>
    public static ClockDto? OfMembership(Application application, Regime regime, DateTime now)
    {
        if (application.ClockStartedAt is not { } submitted || application.DueOn is not { } dueOn)
        {
            return null;
        }

        var extended = application.ExtensionReason is not null;
        var day = LondonTime.DateOf(application.MembershipClosedAt ?? now);
        return new ClockDto(
            submitted,
            WorkingDays.WorkingDaysBetween(LondonTime.DateOf(submitted), day),
            extended ? LegalPeriods.ExtendedMembershipDecision : LegalPeriods.MembershipDecision,
            dueOn,
            extended,
            application.ExtensionReason,
            application.CanExtend ? LegalPeriods.ExtendedMembershipDecisionDue(submitted) : null,
            day > dueOn,
            regime == Regime.PcrDps
                ? extended ? "PCR 2015, reg. 34(17)" : "PCR 2015, reg. 34(16)"
                : "PCR 2015, reg. 76(3): as the notice says",
            false,
            []);
    }

    /// <summary>Of the open stage; null when none is open or no time is promised for it.</summary>
    public static ClockDto? OfStage(Application application, DateTime now)
    {
        if (application.OpenStage is not { OpenedAt: { } opened, WorkingDays: { } days } stage
            || stage.DueOnAt(now) is not { } dueOn)
        {
            return null;
        }

        var paused = stage.PausedDays(now);

        var today = LondonTime.DateOf(now);
        return new ClockDto(
            opened, WorkingDays.WorkingDaysBetween(LondonTime.DateOf(opened), today) - paused.Count, days, dueOn, false,
            null, null, today > dueOn, "Policy of the alliance", stage.IsPaused, paused);
    }
}
