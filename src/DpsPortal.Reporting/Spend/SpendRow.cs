using DpsPortal.Rules.Pricing;

namespace DpsPortal.Reporting.Spend;

/// <summary>The nights of one placement at one price within a report's period.</summary>
internal sealed record SpendRow
{
    /// <summary>Over this many miles from the authority a placement is reported as far; 20.00 is not (fact 30).</summary>
    private const decimal FarMiles = 20m;

    public required SpendPlacement Placement { get; init; }
    public required SpendPrice Price { get; init; }
    public required DateOnly PeriodStart { get; init; }

    /// <summary>The last night charged.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required int Nights { get; init; }

    /// <summary>The set-up, in the row that holds the first night; it is not part of <see cref="PeriodPence"/>.</summary>
    public required long OneOffPence { get; init; }

    public required long PeriodPence { get; init; }

    /// <summary>All nights from the placement's first to <see cref="PeriodEnd"/>.</summary>
    public required long CumulativePence { get; init; }

    /// <summary>All nights after <see cref="PeriodEnd"/> until the placement's end, at the prices agreed so far.</summary>
    public required long CommittedPence { get; init; }

    public bool? Over20Miles => Placement.DistanceMiles is { } miles ? miles > FarMiles : null;

    /// <param name="to">The last day of the period.</param>
    public static IEnumerable<SpendRow> Of(SpendPlacement placement, DateOnly from, DateOnly to)
    {
        var charge = PlacementCharge.Of(
            placement.StartsOn, placement.EndsOn, placement.Prices.Select(p => new DatedPrice(p.From, p.TotalPence)));
        var after = to == DateOnly.MaxValue ? to : to.AddDays(1);
        foreach (var slice in charge.Slices(from, after))
        {
            yield return new SpendRow
            {
                Placement = placement,
                Price = placement.Prices.Last(p => p.From <= slice.Segment.From),
                PeriodStart = slice.From,
                PeriodEnd = slice.To.AddDays(-1),
                Nights = slice.Nights,
                OneOffPence = slice.From == placement.StartsOn ? placement.SetUpPence : 0,
                PeriodPence = slice.PeriodPence,
                CumulativePence = slice.CumulativePence,
                CommittedPence = charge.PeriodPence - slice.CumulativePence,
            };
        }
    }
}
