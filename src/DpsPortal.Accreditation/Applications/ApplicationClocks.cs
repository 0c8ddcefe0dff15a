using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The clocks of an application as people read them. A question to the applicant never moves the
/// legal one; it may hold the one of a stage.</summary>
internal static class ApplicationClocks
{
    /// <summary>Null while a draft. Stands still once membership is decided.</summary>
    public static ClockDto? OfMembership(Application application, DateTime now)
    {
        if (application.ClockStartedAt is not { } submitted || application.DueOn is not { } dueOn)
        {
            return null;
        }

        var rules = RegimeRules.Of(application.Regime);
        var extended = application.ExtensionReason is not null;
        var day = LondonTime.DateOf(application.MembershipClosedAt ?? now);
        return new ClockDto(
            submitted,
            WorkingDays.WorkingDaysBetween(LondonTime.DateOf(submitted), day),
            extended ? rules.ExtendedDecisionWorkingDays!.Value : rules.DecisionWorkingDays,
            dueOn,
            extended,
            application.ExtensionReason,
            application.CanExtend ? rules.ExtendedDecisionDue(submitted) : null,
            day > dueOn && !application.ClockIsPaused,
            application.Regime == Regime.PcrDps
                ? extended ? "PCR 2015, reg. 34(17)" : "PCR 2015, reg. 34(16)"
                : $"{rules.SourceOf(RegimeSubject.Deciding)}: {rules.Rows.Single(r => r.Subject == RegimeSubject.Deciding).Headline}",
            application.ClockIsPaused,
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
