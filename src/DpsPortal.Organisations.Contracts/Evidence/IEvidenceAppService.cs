using System.ComponentModel.DataAnnotations;
using DpsPortal.Organisations.Documents;

namespace DpsPortal.Organisations.Evidence;

/// <summary>The evidence vault: every document once, wherever it is asked for.</summary>
public interface IEvidenceAppService
{
    /// <summary>The provider's own, what is missing included.</summary>
    Task<IReadOnlyList<EvidenceItemDto>> GetListAsync(CancellationToken ct);

    Task<EvidenceItemDto> GetAsync(Guid id, CancellationToken ct);

    Task<EvidenceItemDto> AddAsync(AddEvidenceDto input, CancellationToken ct);

    /// <summary>A newer document, or the same with other dates. The earlier versions stay.</summary>
    Task<EvidenceItemDto> AddVersionAsync(Guid id, EvidenceVersionInputDto input, CancellationToken ct);

    /// <summary>What the provider gave to the caller's authority.</summary>
    Task<IReadOnlyList<EvidenceItemDto>> GetGivenListAsync(Guid providerId, CancellationToken ct);
}

public interface IEvidenceRequestAppService
{
    /// <summary>Those of the caller's organisation, asked or to be answered; newest first.</summary>
    Task<IReadOnlyList<EvidenceRequestDto>> GetListAsync(CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">The authority holds it, in date.</exception>
    Task<EvidenceRequestDto> AskAsync(AskForEvidenceDto input, CancellationToken ct);

    /// <summary>Gives the authority the version in force of what it asked for.</summary>
    Task<EvidenceRequestDto> AnswerAsync(Guid id, CancellationToken ct);
}

public record EvidenceVersionInputDto
{
    public required Guid DocumentId { get; init; }

    [StringLength(EvidenceKinds.MaxTextLength)]
    public string? Issuer { get; init; }

    /// <summary>Policy, certificate or registration number.</summary>
    [StringLength(EvidenceKinds.MaxTextLength)]
    public string? Reference { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>The last day on which it is valid; null when it does not run out.</summary>
    public DateOnly? ExpiresOn { get; init; }
}

public sealed record AddEvidenceDto : EvidenceVersionInputDto
{
    public required EvidenceKind Kind { get; init; }

    /// <summary>For what is about a home.</summary>
    public Guid? PremisesId { get; init; }

    /// <summary>For what is about a person.</summary>
    [StringLength(EvidenceKinds.MaxTextLength)]
    public string? Person { get; init; }
}

public sealed record AskForEvidenceDto
{
    public required Guid ProviderId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public Guid? PremisesId { get; init; }

    [StringLength(EvidenceKinds.MaxTextLength)]
    public string? Person { get; init; }

    public required DateOnly DueOn { get; init; }
}

public sealed record EvidenceItemDto
{
    /// <summary>Null where it was not given yet.</summary>
    public required Guid? Id { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required EvidenceSubject Subject { get; init; }

    public required Guid? PremisesId { get; init; }

    /// <summary>The home's or the person's name; null for the organisation.</summary>
    public required string? SubjectName { get; init; }

    public required EvidenceStatus Status { get; init; }

    /// <summary>Newest first; the first is in force.</summary>
    public required IReadOnlyList<EvidenceVersionDto> Versions { get; init; }

    /// <summary>How many authorities hold the version in force.</summary>
    public required int GivenTo { get; init; }

    /// <summary>Of what is missing here: where the provider has given it already; null otherwise.</summary>
    public PaperElsewhereDto? Elsewhere { get; init; }
}

/// <summary>Where in the portal a paper was given that is not in the evidence.</summary>
public enum PaperPlace
{
    Application,
    Policies,
    Home,
}

public sealed record PaperElsewhereDto
{
    public required PaperPlace Place { get; init; }

    public required Guid DocumentId { get; init; }

    public required string DocumentName { get; init; }

    public required string? Issuer { get; init; }

    public required string? Reference { get; init; }

    public required DateOnly? IssuedOn { get; init; }

    /// <summary>The last day on which it is valid; null when it does not run out.</summary>
    public required DateOnly? ExpiresOn { get; init; }
}

public sealed record EvidenceVersionDto
{
    public required int Number { get; init; }

    public required Guid DocumentId { get; init; }

    public required string DocumentName { get; init; }

    public required DocumentState DocumentState { get; init; }

    public required DocumentScan DocumentScan { get; init; }

    public required string? Issuer { get; init; }

    public required string? Reference { get; init; }

    public required DateOnly? IssuedOn { get; init; }

    public required DateOnly? ExpiresOn { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime AddedAt { get; init; }
}

public enum EvidenceRequestState
{
    Asked,
    Answered,
}

public enum EvidenceRequestTrigger
{
    Answer,
}

public sealed record EvidenceRequestDto
{
    public required Guid Id { get; init; }

    public required string AuthorityName { get; init; }

    public required string ProviderName { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required Guid? PremisesId { get; init; }

    public required string? SubjectName { get; init; }

    public required DateOnly DueOn { get; init; }

    public required EvidenceRequestState State { get; init; }

    /// <summary>For the provider: the item in date that can be given again, instead of a new upload.</summary>
    public required Guid? ReusableItemId { get; init; }

    public required IReadOnlyList<EvidenceRequestTrigger> PermittedTriggers { get; init; }
}
