using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Rules.Scoring;

/// <summary>
/// Points and places of a call-off's bids. All is worked out in exact fractions; the price score and the quality score
/// are each rounded once, half-up to two decimals, and added.
/// </summary>
public static class Evaluation
{
    public const decimal HighestScore = 5;

    /// <summary>Moves on with every change that could give other places: stored rankings name the rule that made them.</summary>
    public const int RuleVersion = 1;

    /// <returns>A result a bid: the ranked ones in their order, then the disqualified ones.</returns>
    /// <exception cref="RuleViolationException">
    /// Weights do not make 100, a score is missing or not from 0 to 5, a cost is negative, an id is repeated or
    /// missing, or the price model lacks what it needs.
    /// </exception>
    public static IReadOnlyList<EvaluationResult> Evaluate(EvaluationInput input)
    {
        EvaluationInputRules.Check(input);
        var judged = input.Bids.Select(bid => (Bid: bid, Failed: FailedGates(input, bid))).ToList();

        return
        [
            .. Ranked(input, [.. judged.Where(one => one.Failed.Count == 0).Select(one => one.Bid)]),
            .. judged.Where(one => one.Failed.Count > 0).Select(one => new EvaluationResult
            {
                Id = one.Bid.Id,
                QualityScore = QualityScore(input, one.Bid),
                DisqualifiedReason = string.Join(' ', one.Failed),
            }),
        ];
    }

    /// <summary>
    /// What the draw sorts by, ascending: the lower-case hex SHA-256 of the UTF-8 of seed, a bar and the bid's id.
    /// Anybody who has the stored seed can make the draw again.
    /// </summary>
    public static string DrawValue(string? seed, string bidId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{bidId}")));

    private static IEnumerable<EvaluationResult> Ranked(EvaluationInput input, List<EvaluationBid> bids)
    {
        if (bids.Count == 0)
        {
            return [];
        }

        var points = new PricePoints(input, [.. bids.Select(bid => bid.TotalCostPence)]);
        var ladder = new TieLadder(input);
        var inOrder = bids
            .Select(bid => new ScoredBid(
                bid, points.Of(bid.TotalCostPence).ToTwoDecimals(), QualityScore(input, bid)))
            .Order(ladder)
            .ToList();

        return inOrder.Select((scored, index) => new EvaluationResult
        {
            Id = scored.Bid.Id,
            PriceScore = scored.PriceScore,
            QualityScore = scored.QualityScore,
            Total = scored.Total,
            Rank = index + 1,
            TieDecidedBy = RungOf(ladder, inOrder, index),
        });
    }

    private static TieRung? RungOf(TieLadder ladder, List<ScoredBid> inOrder, int index)
    {
        var above = index > 0 ? ladder.RungBetween(inOrder[index - 1], inOrder[index]) : null;
        var below = index + 1 < inOrder.Count ? ladder.RungBetween(inOrder[index], inOrder[index + 1]) : null;
        return above is null || below > above ? below : above;
    }

    private static decimal QualityScore(EvaluationInput input, EvaluationBid bid) =>
        input.Criteria
            .Aggregate(
                Rational.Zero,
                (sum, criterion) => sum + ((Rational)criterion.Weight * bid.Scores[criterion.Id] / HighestScore))
            .ToTwoDecimals();

    private static List<string> FailedGates(EvaluationInput input, EvaluationBid bid)
    {
        var failed = new List<string>();
        foreach (var criterion in input.Criteria.Where(one => bid.Scores[one.Id] < one.MinimumScore))
        {
            var (score, least) = (bid.Scores[criterion.Id], criterion.MinimumScore);
            failed.Add(string.Create(
                CultureInfo.InvariantCulture, $"Scored {score} for {criterion.Id}; the least that passes is {least}."));
        }

        if (input.PriceModel == PriceModel.Ceiling && bid.TotalCostPence > input.CeilingPence)
        {
            failed.Add("The price is above the ceiling.");
        }

        return failed;
    }
}
