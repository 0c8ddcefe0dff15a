using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>Appeals against decisions, heard by two officers of whom neither took part in the decision.</summary>
public interface IAppealAppService
{
    Task<AppealsDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>The provider's, within the time the letter gives; once for each letter.</summary>
    Task<AppealsDto> LodgeAsync(Guid id, LodgeAppealDto input, CancellationToken ct);

    Task<AppealsDto> ProposeAsync(Guid id, Guid appealId, ProposeAppealOutcomeDto input, CancellationToken ct);

    /// <summary>The provider is told; an overturned decision is undone in the same transaction.</summary>
    Task<AppealsDto> ConfirmAsync(Guid id, Guid appealId, VersionDto input, CancellationToken ct);

    Task<AppealsDto> SendBackAsync(Guid id, Guid appealId, ReasonDto input, CancellationToken ct);
}

/// <summary>Decisions that can be appealed.</summary>
public enum AppealSubject
{
    Rejection,
    Refusal,
    Suspension,
    Removal,
    AccreditationSuspension,
    Revocation,
}

public enum AppealState
{
    Lodged,
    OutcomeProposed,
    Upheld,
    Overturned,
}

public enum AppealTrigger
{
    Propose,
    SendBack,
    Uphold,
    Overturn,
}

/// <summary>Of the decision appealed against.</summary>
public enum AppealOutcome
{
    Uphold,
    Overturn,
}

/// <param name="Appealable">For the provider: letters whose time to appeal runs, not appealed against yet.</param>
public sealed record AppealsDto(
    Guid ApplicationId, IReadOnlyList<AppealableLetterDto> Appealable, IReadOnlyList<AppealDto> Appeals);

public sealed record AppealableLetterDto(Guid LetterId, string Title, DateOnly AppealUntil);

/// <param name="AnswerBy">Last day for the panel, London.</param>
/// <param name="MaySit">The reader took no part in the decision, so may be of the panel.</param>
public sealed record AppealDto(
    Guid Id, Guid LetterId, string LetterTitle, AppealSubject Subject, AppealState State, string Grounds,
    string LodgedByName, DateTime LodgedAt, DateOnly AnswerBy, bool Overdue, AppealOutcome? Outcome, string? Reasons,
    string? ProposedByName, DateTime? ProposedAt, string? ConfirmedByName, DateTime? ConfirmedAt, bool MaySit,
    bool MayPropose, bool MayConfirm, uint Version);

public sealed record LodgeAppealDto
{
    public required Guid LetterId { get; init; }
    [Required, StringLength(4000)] public required string Grounds { get; init; }
}

public sealed record ProposeAppealOutcomeDto
{
    public required AppealOutcome Outcome { get; init; }

    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    public required uint Version { get; init; }
}
