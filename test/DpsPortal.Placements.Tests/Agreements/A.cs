using DpsPortal.Placements.Agreements;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Placements.Tests.Agreements;

/// <summary>A placement as tests need it: twelve weeks from 1 June 2026 at £1,250.00.</summary>
internal static class A
{
    public static readonly DateOnly Start = new(2026, 6, 1);

    public static readonly DateOnly PlannedEnd = Start.AddDays(84);

    public static readonly WeeklyAmounts Price = new(700_00, 300_00, 200_00, 50_00);

    public static Placement Placement(DateOnly? start = null, DateOnly? plannedEnd = null) =>
        new(Guid.CreateVersion7(), "P-3KD7-Q9FX", Terms(start, plannedEnd), Price);

    public static AgreementTerms Terms(DateOnly? start = null, DateOnly? plannedEnd = null) => new()
    {
        AuthorityId = Guid.CreateVersion7(),
        AuthorityName = "Northwick Vale LBC",
        ProviderId = Guid.CreateVersion7(),
        ProviderName = "Lantern Row Ltd",
        Urn = "9000002",
        SchemeName = "Thames & Fen 16+",
        LotName = "Shared ring-fenced",
        Route = PlacementRoute.Dps,
        PremisesArea = "HA9",
        Category = OfstedCategory.SharedRingFenced,
        AgeBand = AgeBand.From16To17,
        LegalBasis = LegalBasis.Section20,
        UnaccompaniedAsylumSeeking = false,
        StartsOn = start ?? Start,
        PlannedEndOn = plannedEnd ?? PlannedEnd,
        SetUpPence = 250_00,
    };
}
