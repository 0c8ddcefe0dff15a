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

    /// <summary>Lets an authority's officers see these homes, address included.</summary>
    Task ShareAsync(IReadOnlyCollection<Guid> premisesIds, Guid organisationId, CancellationToken ct);

    /// <summary>Latest visit of each home made for this application.</summary>
    Task<IReadOnlyList<VisitListItemDto>> GetVisitsAsync(Guid applicationId, CancellationToken ct);

    /// <summary>The caller's authority's visits to a provider's homes, cancelled ones left out; the latest first.</summary>
    Task<IReadOnlyList<VisitListItemDto>> GetVisitsOfProviderAsync(Guid providerId, CancellationToken ct);
}

/// <param name="PaperReasons">Those of <paramref name="StandingReasons"/> that are about certificates.</param>
/// <param name="SavedAt">Instant, UTC, at which its provider last saved it.</param>
public sealed record PremisesSummary(
    Guid Id, Guid ProviderId, string Name, string OutwardCode, string AreaAuthority, OfstedCategory Category,
    bool OnOfstedList, bool Usable, IReadOnlyList<string> StandingReasons, IReadOnlyList<PlaceDto> Places,
    IReadOnlyList<CertificateDto> Certificates, IReadOnlyList<string> PaperReasons, DateTime SavedAt);
