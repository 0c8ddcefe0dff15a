using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Placements.Agreements;

/// <summary>What the two sides agree on, besides the price.</summary>
internal sealed record AgreementTerms
{
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required Guid ProviderId { get; init; }
    public required string ProviderName { get; init; }
    public string? Urn { get; init; }

    /// <summary>Null unless it comes of an award.</summary>
    public Guid? CallOffId { get; init; }

    public string? SchemeName { get; init; }
    public string? LotName { get; init; }
    public required PlacementRoute Route { get; init; }

    /// <summary>Null outside schemes.</summary>
    public Regime? Regime { get; init; }

    public Guid? PremisesId { get; init; }

    /// <summary>Outward code.</summary>
    public required string PremisesArea { get; init; }

    public OfstedCategory? Category { get; init; }
    public required AgeBand AgeBand { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required bool UnaccompaniedAsylumSeeking { get; init; }
    public SupportLevel? SupportLevel { get; init; }
    public bool? InArea { get; init; }
    public decimal? DistanceMiles { get; init; }

    /// <summary>First night.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>That night is not charged.</summary>
    public required DateOnly PlannedEndOn { get; init; }

    public required long SetUpPence { get; init; }
}
