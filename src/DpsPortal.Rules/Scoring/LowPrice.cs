namespace DpsPortal.Rules.Scoring;

/// <summary>
/// When a price looks abnormally low. It is a hint and decides nothing: whoever sees it may ask the bidder for its
/// reasons. Source: PCR 2015, reg. 69 names no figure; these two are those of the public portal Prozorro.
/// </summary>
public static class LowPrice
{
    /// <summary>Per cent below the mean of the other bids, from which on it is a sign.</summary>
    public const int PercentBelowMean = 40;

    /// <summary>Per cent below the next dearer bid, from which on it is a sign.</summary>
    public const int PercentBelowNext = 30;

    /// <param name="costPence">Of the whole term.</param>
    /// <param name="othersPence">The whole-term costs of the other bids that are compared.</param>
    /// <returns>Null where nothing looks low, as with no other bid.</returns>
    public static LowPriceSign? SignOf(long costPence, IReadOnlyCollection<long> othersPence)
    {
        if (othersPence.Count == 0)
        {
            return null;
        }

        var mean = othersPence.Aggregate(Rational.Zero, (sum, cost) => sum + cost) / othersPence.Count;
        var dearer = othersPence.Where(cost => cost > costPence).ToList();
        var belowMean = PercentBelow(costPence, mean);
        var belowNext = dearer.Count == 0 ? 0 : PercentBelow(costPence, dearer.Min());
        return belowMean < PercentBelowMean && belowNext < PercentBelowNext
            ? null
            : new LowPriceSign(
                belowMean < PercentBelowMean ? null : belowMean, belowNext < PercentBelowNext ? null : belowNext);
    }

    /// <returns>Whole per cent, cut off and never rounded up to a threshold; 0 where it is not below.</returns>
    private static int PercentBelow(Rational cost, Rational other)
    {
        if (cost.CompareTo(other) >= 0)
        {
            return 0;
        }

        var percent = (other - cost) * 100 / other;
        return (int)(percent.Numerator / percent.Denominator);
    }
}

/// <summary>How far a price lies below the others, in whole per cent; each null below its threshold.</summary>
public sealed record LowPriceSign(int? BelowMean, int? BelowNext);
