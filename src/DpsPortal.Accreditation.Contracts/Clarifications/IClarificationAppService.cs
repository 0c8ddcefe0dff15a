using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;

namespace DpsPortal.Accreditation.Clarifications;

/// <summary>
/// Questions to the applicant. None moves the legal clock; one may hold the clock of a stage until it is answered.
/// </summary>
public interface IClarificationAppService
{
    Task<ApplicationDto> AskAsync(Guid id, AskClarificationDto input, CancellationToken ct);

    /// <summary>
    /// The provider's, also after the reply-by date. What it changed at the officer's request becomes the next version.
    /// </summary>
    Task<ApplicationDto> AnswerAsync(
        Guid id, Guid clarificationId, AnswerClarificationDto input, CancellationToken ct);

    Task<ApplicationDto> CloseAsync(Guid id, Guid clarificationId, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> WithdrawAsync(Guid id, Guid clarificationId, ReasonDto input, CancellationToken ct);
}

public enum ClarificationState
{
    Asked,
    Answered,
    Closed,
    Withdrawn,
}

public enum ClarificationTrigger
{
    Answer,
    Close,
    Withdraw,
}

public sealed record AskClarificationDto
{
    [Required, StringLength(2000)] public required string Question { get; init; }

    /// <summary>Last day to reply, London.</summary>
    public required DateOnly ReplyBy { get; init; }

    /// <summary>The stage it belongs to; null for the application itself.</summary>
    public AccreditationStage? Stage { get; init; }

    /// <summary>Holds the clock of the stage, which is a promise; the legal clock cannot be held.</summary>
    public bool PausesStage { get; init; }

    /// <summary>Sections the provider is asked to put right; the answer then makes a new version.</summary>
    [MaxLength(9)] public IReadOnlyList<ApplicationSection>? Sections { get; init; }

    public required uint Version { get; init; }
}

public sealed record AnswerClarificationDto
{
    [Required, StringLength(4000)] public required string Answer { get; init; }

    /// <summary>Files of the provider; the authority may read them from now on.</summary>
    [Required, MaxLength(10)] public required IReadOnlyList<Guid> DocumentIds { get; init; }

    public required uint Version { get; init; }
}

/// <param name="Overdue">Not answered, and the reply-by date has passed.</param>
public sealed record ClarificationDto(
    Guid Id, string Question, DateOnly ReplyBy, AccreditationStage? Stage, bool PausesStage,
    IReadOnlyList<ApplicationSection> Sections, ClarificationState State, bool Overdue, string AskedByName,
    DateTime AskedAt, string? Answer, IReadOnlyList<ClarificationFileDto> Files, string? AnsweredByName,
    DateTime? AnsweredAt, DateTime? SettledAt, string? WithdrawalReason,
    IReadOnlyList<ClarificationTrigger> PermittedTriggers, uint Version);

public sealed record ClarificationFileDto(Guid DocumentId, string Name);
