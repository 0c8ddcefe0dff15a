using DpsPortal.Rules.Pricing;

namespace DpsPortal.Tendering.Bids;

/// <summary>What a bid costs. The server's figures are the only ones (fact 22). Whole pence.</summary>
internal sealed record BidPricing(
    IReadOnlyList<long> LinePence, long TotalWeeklyPence, long FourWeeklyPence, long WholeTermPence)
{
    /// <summary>An amount out of its range counts nothing: only a draft can hold one.</summary>
    public static BidPricing Of(IReadOnlyList<PriceLineDto> lines, long setUpPence, int expectedWeeks)
    {
        var price = WeeklyPrice.Of(
            lines.Select(line => BidAmounts.Counts(line) ? line.ToPriceLine() : Nothing).ToList());
        return new BidPricing(
            price.LinePence, price.TotalWeeklyPence, price.FourWeeklyPence,
            WholeTermCost.Of(
                price.TotalWeeklyPence, expectedWeeks, setUpPence <= BidConsts.MostSetUpPence ? setUpPence : 0));
    }

    private static PriceLine Nothing => PriceLine.Accommodation(0);
}
