using DpsPortal.Reporting.Spend;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

/// <summary>Placements as the views give them.</summary>
internal static class A
{
    public static SpendPrice Price(DateOnly from, long weeklyPence, bool variation = false) =>
        new(from, weeklyPence, 0, 0, 0, "From16To17", variation);

    public static SpendPlacement Placement(DateOnly start, DateOnly end, params SpendPrice[] prices) => new()
    {
        Reference = "P-3KD7-Q9FX",
        Authority = "Northwick Vale LBC",
        Scheme = "Thames & Fen 16+",
        Lot = "Shared ring-fenced",
        Route = "Dps",
        Provider = "Lantern Row Ltd",
        Urn = "9000002",
        PremisesArea = "HA9",
        UnaccompaniedAsylumSeeking = true,
        LegalBasis = "HomelessSection20",
        Category = "SharedRingFenced",
        StartsOn = start,
        EndsOn = end,
        SetUpPence = 250_00,
        InArea = true,
        DistanceMiles = 4.2m,
        Prices = prices,
    };
}
