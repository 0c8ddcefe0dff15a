using DpsPortal.Organisations.Evidence;

namespace DpsPortal.Organisations.Integration;

public interface IEvidenceIntegrationService
{
    /// <summary>
    /// What the caller's authority holds of this kind, in date today; null when it may ask for it. Source: PCR 2015,
    /// reg. 59(11)(b).
    /// </summary>
    Task<HeldEvidence?> FindHeldAsync(EvidenceQuestion question, CancellationToken ct);
}

/// <param name="PremisesId">For what is about a home.</param>
/// <param name="Person">For what is about a person.</param>
public sealed record EvidenceQuestion(Guid ProviderId, EvidenceKind Kind, Guid? PremisesId = null, string? Person = null);

/// <param name="ExpiresOn">Null when it does not run out.</param>
public sealed record HeldEvidence(Guid DocumentId, string DocumentName, DateOnly? ExpiresOn);

/// <summary>The homes that evidence may be about; answered by the module that knows them.</summary>
public interface IEvidenceHomes
{
    /// <summary>Names of the caller's own homes, by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetOwnAsync(CancellationToken ct);

    /// <summary>What each of the caller's own homes cannot do without; what all homes are asked for may be among it.</summary>
    Task<IReadOnlyList<(EvidenceKind Kind, Guid PremisesId)>> GetNeededAsync(CancellationToken ct);

    /// <summary>Names of a provider's homes, by id; no addresses.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetOfProviderAsync(Guid providerId, CancellationToken ct);
}

/// <summary>
/// Papers that the caller's organisation has given in another place of the portal, so that it is not asked for them as
/// if they had never been seen; each module that takes some answers for its own.
/// </summary>
public interface IPapersElsewhere
{
    /// <summary>With a document only; of a kind and a home possibly several.</summary>
    Task<IReadOnlyList<PaperElsewhere>> GetOwnAsync(CancellationToken ct);
}

/// <param name="PremisesId">For what is about a home.</param>
/// <param name="ExpiresOn">The last day on which it is valid; null when it does not run out.</param>
public sealed record PaperElsewhere(
    EvidenceKind Kind, PaperPlace Place, Guid DocumentId, DateOnly? IssuedOn = null, DateOnly? ExpiresOn = null,
    Guid? PremisesId = null, string? Issuer = null, string? Reference = null);
