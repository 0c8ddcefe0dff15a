using DpsPortal.Framework.Domain;
using DpsPortal.Rules;
using DpsPortal.Rules.Pricing;

namespace DpsPortal.Tendering.Bids;

/// <summary>What a bid costs. The server's figures are the only ones (fact 22). Whole pence.</summary>
internal sealed record BidPricing(
    IReadOnlyList<long> LinePence, long TotalWeeklyPence, long FourWeeklyPence, long WholeTermPence)
{
    /// <exception cref="InvalidInputException">A quantity or rate is out of range, at its field.</exception>
    public static BidPricing Of(IReadOnlyList<PriceLineDto> lines, long setUpPence, int expectedWeeks)
    {
        var price = WeeklyPrice.Of(lines.Select(Line).ToList());
        return new BidPricing(
            price.LinePence, price.TotalWeeklyPence, price.FourWeeklyPence,
            WholeTermCost.Of(price.TotalWeeklyPence, expectedWeeks, setUpPence));
    }

    private static PriceLine Line(PriceLineDto line, int index)
    {
        try
        {
            return line.ToPriceLine();
        }
        catch (RuleViolationException e)
        {
            throw new InvalidInputException($"lines[{index}].{e.Field}", e.Message);
        }
    }
}
