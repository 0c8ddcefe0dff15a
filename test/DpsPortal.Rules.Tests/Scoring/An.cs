using DpsPortal.Rules.Scoring;

namespace DpsPortal.Rules.Tests.Scoring;

/// <summary>Evaluations to try: one quality criterion, unless a test names its own.</summary>
internal static class An
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    public static EvaluationInput EvaluationOf(PriceModel model, decimal priceWeight, params EvaluationBid[] bids) =>
        new()
        {
            PriceModel = model,
            PriceWeight = priceWeight,
            Criteria = [new EvaluationCriterion("quality", 100 - priceWeight)],
            Bids = bids,
        };

    public static EvaluationBid Bid(string id, long totalCostPence, decimal score = 3, int availableInDays = 0) =>
        new(id, totalCostPence, Scores(("quality", score)), Monday.AddDays(availableInDays));

    public static Dictionary<string, decimal> Scores(params (string Criterion, decimal Score)[] scores) =>
        scores.ToDictionary(one => one.Criterion, one => one.Score);

    public static EvaluationResult Of(this IEnumerable<EvaluationResult> results, string id) =>
        results.Single(result => result.Id == id);
}
