using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>One of the five stages as it stands.</summary>
/// <param name="Reason">In the words the provider reads once the stage is closed.</param>
internal sealed record Stage(
    AccreditationStage Kind, StageStatus Status, DateTime? OpenedAt, DateTime? ClosedAt, string? Reason,
    IReadOnlyList<StagePause>? Pauses = null, Officer? ClosedBy = null)
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

    public bool IsPaused => Pauses?.Any(p => p.Until is null) ?? false;

    /// <summary>Last day by the promise, London; null when there is none, and while the clock waits.</summary>
    public DateOnly? DueOn => IsPaused ? null : DueOnAt(default);

    /// <summary>The same while it waits too: the day it would be if the clock ran on from now.</summary>
    public DateOnly? DueOnAt(DateTime now) =>
        Status == StageStatus.Open && OpenedAt is { } opened && WorkingDays is { } days
            ? Rules.Calendar.WorkingDays.DueDate(opened, days + PausedDays(now).Count)
            : null;

    /// <summary>On which working days, from 1, the clock stood still. Overlapping pauses count once.</summary>
    public IReadOnlyList<int> PausedDays(DateTime now) => OpenedAt is not { } opened
        ? []
        :
        [
            .. (Pauses ?? []).SelectMany(p => p.Numbers(LondonTime.DateOf(opened), now)).Distinct().Order(),
        ];

    public Stage Pause(Guid questionId, DateTime now) => this with
    {
        Pauses = [.. Pauses ?? [], new StagePause(questionId, now, null)],
    };

    public Stage Resume(Guid questionId, DateTime now) => this with
    {
        Pauses = [.. (Pauses ?? []).Select(p => p.QuestionId == questionId ? p.EndAt(now) : p)],
    };

    public Stage Close(bool passed, string reason, Officer officer, DateTime now) => this with
    {
        Status = passed ? StageStatus.Passed : StageStatus.Failed,
        ClosedAt = now,
        ClosedBy = officer,
        Reason = reason,
        Pauses = Pauses is null ? null : [.. Pauses.Select(p => p.EndAt(now))],
    };

    public static IReadOnlyList<Stage> All(DateTime now) =>
    [
        new(AccreditationStage.Application, StageStatus.Open, now, null, null),
        new(AccreditationStage.FitAndProperTest, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.SaferRecruitment, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.PropertyVisit, StageStatus.NotStarted, null, null, null),
        new(AccreditationStage.Decision, StageStatus.NotStarted, null, null, null),
    ];
}
