using DpsPortal.Rules.Scoring;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>Points and places once all is scored. Bids that fail a gate are compared with nobody.</summary>
internal static class Ranking
{
    /// <returns>By bid id.</returns>
    public static IReadOnlyDictionary<Guid, BidResult> Of(CallOff callOff, IReadOnlyList<BookedBid> bids)
    {
        var input = InputOf(callOff, bids);
        var results = input.Bids.Count == 0
            ? []
            : Evaluation.Evaluate(input).ToDictionary(r => Guid.Parse(r.Id));
        return bids.ToDictionary(
            b => b.Opened.BidId,
            b => results.TryGetValue(b.Opened.BidId, out var result)
                ? new BidResult(
                    [], result.PriceScore, result.QualityScore, result.Total, result.Rank, Named(callOff, result),
                    result.TieDecidedBy?.ToString())
                : new BidResult(
                    b.GateFailures, null, null, null, null, string.Join(' ', b.GateFailures), null));
    }

    /// <summary>The same for the same results, so that whoever approves them can say what they read.</summary>
    public static string Fingerprint(IEnumerable<KeyValuePair<Guid, BidResult?>> results) =>
        Json.Hash(Json.Write(results.OrderBy(r => r.Key).Select(r => new { r.Key, r.Value })));

    /// <summary>Criteria by the name that bidders know.</summary>
    private static string? Named(CallOff callOff, EvaluationResult result) => callOff.Criteria.Aggregate(
        result.DisqualifiedReason,
        (text, c) => text?.Replace($" for {c.Id};", $" for “{c.Name}”;", StringComparison.Ordinal));

    /// <summary>All that decides the places.</summary>
    public static EvaluationInput InputOf(CallOff callOff, IReadOnlyList<BookedBid> bids) => new()
    {
        PriceModel = PriceModel.LowestOverPrice,
        PriceWeight = callOff.PriceWeight,
        SuitabilityCriterionId = callOff.Criteria.SingleOrDefault(c => c.Suitability)?.Id,
        Seed = callOff.Seed,
        Criteria = [.. callOff.Criteria.Select(c => new EvaluationCriterion(c.Id, c.Weight, c.MinimumScore))],
        Bids =
        [
            .. bids.Where(b => b.GateFailures.Count == 0).Select(b => new EvaluationBid(
                b.Opened.BidId.ToString(), b.Submitted.WholeTermPence,
                b.Scores.ToDictionary(s => s.CriterionId, s => (decimal)s.Score, StringComparer.Ordinal),
                b.Submitted.Bid.AvailableFrom!.Value)),
        ],
    };
}
