namespace DpsPortal.Rules.Scoring;

/// <summary>All that decides a call-off's ranking. The same input always gives the same places.</summary>
public sealed record EvaluationInput
{
    public required PriceModel PriceModel { get; init; }

    /// <summary>With the criteria's weights it makes exactly 100.</summary>
    public required decimal PriceWeight { get; init; }

    /// <summary>The dearest whole-term cost allowed, in pence; for <see cref="PriceModel.Ceiling"/> only.</summary>
    public long? CeilingPence { get; init; }

    /// <summary>The criterion whose score breaks a tie on quality. Without it that rung is skipped.</summary>
    public string? SuitabilityCriterionId { get; init; }

    /// <summary>What the draw is made from, stored so that anybody can make it again.</summary>
    public string? Seed { get; init; }

    public required IReadOnlyList<EvaluationCriterion> Criteria { get; init; }

    public required IReadOnlyList<EvaluationBid> Bids { get; init; }
}

/// <param name="MinimumScore">A lower score disqualifies the bid.</param>
public sealed record EvaluationCriterion(string Id, decimal Weight, decimal? MinimumScore = null);

/// <param name="TotalCostPence">Of the whole term: see <see cref="Pricing.WholeTermCost"/>.</param>
/// <param name="Scores">0 to 5 for each criterion, by its id.</param>
public sealed record EvaluationBid(
    string Id, long TotalCostPence, IReadOnlyDictionary<string, decimal> Scores, DateOnly AvailableFrom);
