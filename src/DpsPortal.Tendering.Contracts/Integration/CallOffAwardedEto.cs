using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Integration;

/// <summary>An award was approved; a placement follows. Coded facts only.</summary>
public sealed record CallOffAwardedEto
{
    public required Guid CallOffId { get; init; }
    public required string Reference { get; init; }
    public required Guid PlacingAuthorityId { get; init; }
    public required Guid SchemeId { get; init; }
    public required string SchemeName { get; init; }
    public required Guid LotId { get; init; }
    public required string LotName { get; init; }
    public required OfstedCategory Category { get; init; }
    public required Guid ProviderId { get; init; }
    public required string? Urn { get; init; }
    public required Guid PremisesId { get; init; }

    /// <summary>Outward code.</summary>
    public required string PremisesArea { get; init; }

    /// <summary>Name of the council in whose area the home stands, as its provider gave it.</summary>
    public required string PremisesAreaAuthority { get; init; }

    public required AgeBand AgeBand { get; init; }
    public required bool UnaccompaniedAsylumSeeking { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required int ExpectedWeeks { get; init; }
    public required IReadOnlyList<PriceLineDto> Lines { get; init; }
    public required long SetUpPence { get; init; }
}
