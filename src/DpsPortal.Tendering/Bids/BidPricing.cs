using DpsPortal.Framework.Domain;
using DpsPortal.Rules;
using DpsPortal.Rules.Pricing;
using Kind = DpsPortal.Rules.Pricing.PriceLineKind;

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
            return line.Kind switch
            {
                PriceLineKind.Accommodation => PriceLine.Accommodation(line.WeeklyPence ?? 0),
                PriceLineKind.Core => PriceLine.Of(Kind.Core, line.HoursPerWeek ?? 0, line.RatePence ?? 0),
                PriceLineKind.Additional => PriceLine.Of(Kind.Additional, line.HoursPerWeek ?? 0, line.RatePence ?? 0),
                PriceLineKind.WakingNight =>
                    PriceLine.Of(Kind.WakingNight, line.NightsPerWeek ?? 0, line.RatePence ?? 0),
                PriceLineKind.SleepIn => PriceLine.Of(Kind.SleepIn, line.NightsPerWeek ?? 0, line.RatePence ?? 0),
                _ => throw new InvalidInputException($"lines[{index}].kind", "Choose a kind of price."),
            };
        }
        catch (RuleViolationException e)
        {
            throw new InvalidInputException($"lines[{index}].{e.Field}", e.Message);
        }
    }
}
