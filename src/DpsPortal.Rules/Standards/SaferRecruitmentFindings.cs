namespace DpsPortal.Rules.Standards;

public enum SaferRecruitmentFinding
{
    IdentityNotSeen,
    RightToWorkNotChecked,
    RightToWorkEnded,
    DbsMissing,
    DbsOld,
    StartedBeforeDbs,
    OverseasCheckMissing,
    ReferencesMissing,
    LatestEmployerMissing,
    GapUnexplained,
    SafeguardingTrainingMissing,
    SafeguardingTrainingOld,
    SupervisionOverdue,
    AppraisalOverdue,
    AgencyLetterMissing,
}

/// <summary>
/// What a single central record shows by itself to be wrong, person by person.
/// Source: SI 2023/416, regs 17-18 and Sch 1; domain §2.4, fact 26.
/// </summary>
public static class SaferRecruitmentFindings
{
    public const int DbsYears = 3;

    public const int LongestGapDays = 28;

    public const int TrainingYears = 2;

    public const int LeadTrainingYears = 1;

    public const int SupervisionDays = 42;

    public const int AppraisalMonths = 12;

    /// <summary>Those that no action plan can wait for.</summary>
    public static readonly IReadOnlySet<SaferRecruitmentFinding> Critical = new HashSet<SaferRecruitmentFinding>
    {
        SaferRecruitmentFinding.IdentityNotSeen,
        SaferRecruitmentFinding.RightToWorkNotChecked,
        SaferRecruitmentFinding.RightToWorkEnded,
        SaferRecruitmentFinding.DbsMissing,
        SaferRecruitmentFinding.StartedBeforeDbs,
        SaferRecruitmentFinding.ReferencesMissing,
        SaferRecruitmentFinding.LatestEmployerMissing,
        SaferRecruitmentFinding.SafeguardingTrainingMissing,
        SaferRecruitmentFinding.SafeguardingTrainingOld,
    };

    /// <param name="on">A London date.</param>
    /// <returns>In the order of the list of kinds; nothing for those who have left.</returns>
    public static IReadOnlyList<SaferRecruitmentFinding> Of(StaffVetting staff, DateOnly on)
    {
        if (staff.LeftOn < on)
        {
            return [];
        }

        return [.. All(staff, on).Where(f => f.Found).Select(f => f.Kind)];
    }

    private static IEnumerable<(bool Found, SaferRecruitmentFinding Kind)> All(StaffVetting staff, DateOnly on)
    {
        var trainingYears = staff.SafeguardingLead ? LeadTrainingYears : TrainingYears;
        yield return (staff.IdentitySeenOn is null, SaferRecruitmentFinding.IdentityNotSeen);
        yield return (staff.RightToWorkCheckedOn is null, SaferRecruitmentFinding.RightToWorkNotChecked);
        yield return (staff.RightToWorkUntil < on, SaferRecruitmentFinding.RightToWorkEnded);
        yield return (
            staff.DbsIssuedOn is null || staff.DbsLevel != DbsLevel.EnhancedWithBarredLists,
            SaferRecruitmentFinding.DbsMissing);
        yield return (LatestDbs(staff)?.AddYears(DbsYears) < on, SaferRecruitmentFinding.DbsOld);
        yield return (
            staff.DbsIssuedOn > staff.StartedOn && !staff.StartRiskAssessed, SaferRecruitmentFinding.StartedBeforeDbs);
        yield return (
            staff.LivedAbroad && staff.OverseasCheckedOn is null, SaferRecruitmentFinding.OverseasCheckMissing);
        yield return (
            staff.FirstReferenceOn is null || staff.SecondReferenceOn is null,
            SaferRecruitmentFinding.ReferencesMissing);
        yield return (!staff.LatestEmployerReferred, SaferRecruitmentFinding.LatestEmployerMissing);
        yield return (
            staff.LongestUnexplainedGapDays > LongestGapDays, SaferRecruitmentFinding.GapUnexplained);
        yield return (staff.SafeguardingTrainedOn is null, SaferRecruitmentFinding.SafeguardingTrainingMissing);
        yield return (
            staff.SafeguardingTrainedOn?.AddYears(trainingYears) < on, SaferRecruitmentFinding.SafeguardingTrainingOld);
        yield return (
            (staff.SupervisedOn ?? staff.StartedOn).AddDays(SupervisionDays) < on,
            SaferRecruitmentFinding.SupervisionOverdue);
        yield return (
            (staff.AppraisedOn ?? staff.StartedOn).AddMonths(AppraisalMonths) < on,
            SaferRecruitmentFinding.AppraisalOverdue);
        yield return (
            staff.Engagement == StaffEngagement.Agency && !staff.AgencyLetterHeld,
            SaferRecruitmentFinding.AgencyLetterMissing);
    }

    /// <summary>The certificate's date, or that of a later check with the update service.</summary>
    private static DateOnly? LatestDbs(StaffVetting staff) =>
        staff.DbsIssuedOn is { } issued && staff.DbsUpdateCheckedOn is { } updated && updated > issued
            ? updated
            : staff.DbsIssuedOn;
}
