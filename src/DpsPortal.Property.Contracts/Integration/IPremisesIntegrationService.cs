using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Integration;

/// <summary>Homes as other modules need them: never an address.</summary>
public interface IPremisesIntegrationService
{
    Task<IReadOnlyList<PremisesSummary>> GetListAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>A provider's own homes.</summary>
    Task<IReadOnlyList<PremisesSummary>> GetOfProviderAsync(Guid providerId, CancellationToken ct);

    /// <summary>
    /// Of each home what its provider had said of it with the last save at or before an instant; a home without a save
    /// that is kept from then is left out.
    /// </summary>
    /// <param name="at">Instant, UTC.</param>
    Task<IReadOnlyDictionary<Guid, DeclaredHome>> GetDeclaredAsync(
        IReadOnlyCollection<Guid> ids, DateTime at, CancellationToken ct);

    /// <summary>Lets an authority's officers see these homes, address included.</summary>
    Task ShareAsync(IReadOnlyCollection<Guid> premisesIds, Guid organisationId, CancellationToken ct);

    /// <summary>Latest visit of each home made for this application.</summary>
    Task<IReadOnlyList<VisitListItemDto>> GetVisitsAsync(Guid applicationId, CancellationToken ct);

    /// <summary>The caller's authority's visits to a provider's homes, cancelled ones left out; the latest first.</summary>
    Task<IReadOnlyList<VisitListItemDto>> GetVisitsOfProviderAsync(Guid providerId, CancellationToken ct);
}

/// <param name="PaperFailures">What <paramref name="StandingReasons"/> say of certificates, kind by kind.</param>
/// <param name="MovedAt">Instant, UTC, at which its address was last changed; null when it never was.</param>
public sealed record PremisesSummary(
    Guid Id, Guid ProviderId, string Name, string OutwardCode, string AreaAuthority, OfstedCategory Category,
    bool OnOfstedList, bool Usable, IReadOnlyList<string> StandingReasons, IReadOnlyList<PlaceDto> Places,
    IReadOnlyList<CertificateDto> Certificates, IReadOnlyList<PaperFailure> PaperFailures, DateTime? MovedAt = null)
{
    public DeclaredHome ToDeclared() => new(OutwardCode, Category, OnOfstedList, Places, PaperFailures);
}

/// <summary>What a provider itself says of a home, as far as an award rests on it.</summary>
/// <param name="Places">Only what the provider says of them counts here, not what a visit found.</param>
/// <param name="PaperFailures">On the London date that was asked for.</param>
public sealed record DeclaredHome(
    string OutwardCode, OfstedCategory Category, bool OnOfstedList, IReadOnlyList<PlaceDto> Places,
    IReadOnlyList<PaperFailure> PaperFailures);

/// <summary>A paper that a home cannot do without and has not, or no longer.</summary>
/// <param name="Sentence">For people.</param>
public sealed record PaperFailure(CertificateKind Kind, string Sentence);
