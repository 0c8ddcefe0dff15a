using DpsPortal.Rules;
using DpsPortal.Rules.Pricing;
using Kind = DpsPortal.Rules.Pricing.PriceLineKind;

namespace DpsPortal.Tendering.Bids;

/// <summary>What a line of a bid costs: the one reading of it, for the bid, its rank and the placement it becomes.</summary>
public static class PriceLines
{
    /// <exception cref="RuleViolationException">A quantity or rate is out of range.</exception>
    public static PriceLine ToPriceLine(this PriceLineDto line) => line.Kind switch
    {
        PriceLineKind.Accommodation => PriceLine.Accommodation(line.WeeklyPence ?? 0),
        PriceLineKind.Core => PriceLine.Of(Kind.Core, line.HoursPerWeek ?? 0, line.RatePence ?? 0),
        PriceLineKind.Additional => PriceLine.Of(Kind.Additional, line.HoursPerWeek ?? 0, line.RatePence ?? 0),
        PriceLineKind.WakingNight => PriceLine.Of(Kind.WakingNight, line.NightsPerWeek ?? 0, line.RatePence ?? 0),
        PriceLineKind.SleepIn => PriceLine.Of(Kind.SleepIn, line.NightsPerWeek ?? 0, line.RatePence ?? 0),
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };
}
