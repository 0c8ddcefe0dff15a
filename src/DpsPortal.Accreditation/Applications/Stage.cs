namespace DpsPortal.Accreditation.Applications;

/// <summary>One of the five stages as it stands.</summary>
/// <param name="Reason">In the words the provider reads once the stage is closed.</param>
internal sealed record Stage(
    AccreditationStage Kind, StageStatus Status, DateTime? OpenedAt, DateTime? ClosedAt, string? Reason)
{
    /// <summary>
    /// How long a stage may take, in working days from its opening; none is promised for the decision. A policy, no
    /// law: domain §2.6. The application's own clock is the legal one.
    /// </summary>
    private static readonly Dictionary<AccreditationStage, int> Terms = new()
    {
        [AccreditationStage.FitAndProperTest] = 20,
        [AccreditationStage.SaferRecruitment] = 20,
        [AccreditationStage.PropertyVisit] = 30,
    };

    public int? WorkingDays => Terms.TryGetValue(Kind, out var days) ? days : null;

    public DateOnly? DueOn => Status == StageStatus.Open && OpenedAt is { } opened && WorkingDays is { } days
        ? Rules.Calendar.WorkingDays.DueDate(opened, days)
        : null;

    public static IReadOnlyList<Stage> All(DateTime now) =>
    [
        new(AccreditationStage.Application, StageStatus.Open, now, null, null),
        new(AccreditationStage.FitAndProperTest, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.SaferRecruitment, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.PropertyVisit, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.Decision, StageStatus.NotStarted, null, null, null),
    ];
}
