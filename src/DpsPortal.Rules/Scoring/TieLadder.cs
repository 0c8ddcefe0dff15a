namespace DpsPortal.Rules.Scoring;

/// <summary>The order of bids: by total, then down the published rungs until one tells them apart.</summary>
internal sealed class TieLadder(EvaluationInput input) : IComparer<ScoredBid>
{
    /// <summary>The better bid comes first.</summary>
    public int Compare(ScoredBid? x, ScoredBid? y) => Order(x!, y!).Sign;

    /// <summary>The rung that told two bids of one total apart.</summary>
    public TieRung? RungBetween(ScoredBid one, ScoredBid other) => Order(one, other).Rung;

    private (int Sign, TieRung? Rung) Order(ScoredBid one, ScoredBid other)
    {
        if (other.Total.CompareTo(one.Total) is var byTotal and not 0)
        {
            return (byTotal, null);
        }

        foreach (var (rung, compare) in Rungs())
        {
            if (compare(one, other) is var sign and not 0)
            {
                return (sign, rung);
            }
        }

        return (0, null);
    }

    private IEnumerable<(TieRung Rung, Comparison<ScoredBid> Compare)> Rungs()
    {
        yield return (TieRung.QualityScore, (one, other) => other.QualityScore.CompareTo(one.QualityScore));
        if (input.SuitabilityCriterionId is { } suitability)
        {
            yield return (TieRung.Suitability,
                (one, other) => other.Bid.Scores[suitability].CompareTo(one.Bid.Scores[suitability]));
        }

        yield return (TieRung.TotalCost, (one, other) => one.Bid.TotalCostPence.CompareTo(other.Bid.TotalCostPence));
        yield return (TieRung.AvailableFrom, (one, other) => one.Bid.AvailableFrom.CompareTo(other.Bid.AvailableFrom));
        yield return (TieRung.Draw, (one, other) => string.CompareOrdinal(Drawn(one), Drawn(other)));
    }

    private string Drawn(ScoredBid scored) => Evaluation.DrawValue(input.Seed, scored.Bid.Id);
}

internal sealed record ScoredBid(EvaluationBid Bid, decimal PriceScore, decimal QualityScore)
{
    public decimal Total => PriceScore + QualityScore;
}
