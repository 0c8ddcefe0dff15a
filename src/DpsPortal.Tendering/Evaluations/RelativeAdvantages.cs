using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>
/// In which respects the successful bid was better than the recipient's, in words and scores. What its bidder wrote, and
/// its price, are kept back as its own. Source: PCR 2015, reg. 86(2)(b) and (6) (fact 17).
/// </summary>
internal static class RelativeAdvantages
{
    /// <summary>By score. Source: domain §4.5.</summary>
    private static readonly string[] Meanings =
    [
        "no answer, or unacceptable",
        "poor, with major doubts",
        "partial, with gaps",
        "meets the need with acceptable evidence",
        "good, with clear evidence",
        "excellent, fully evidenced and specific",
    ];

    public static IEnumerable<string> Of(
        CallOff callOff, BookedBid bid, BidResult own, BookedBid winner, BidResult best)
    {
        var compared = callOff.Criteria
            .Select(c => (c.Name, c.Weight, Own: ScoreOf(bid, c.Id), Best: ScoreOf(winner, c.Id)))
            .ToList();
        var better = compared.Where(c => c.Best > c.Own).ToList();
        foreach (var (name, weight, lower, higher) in better)
        {
            yield return $"On “{name}” (weight {Sentences.Weight(weight)}) the successful bid scored "
                + $"{OutcomeLetters.Of5(higher)}: {Meanings[higher]}. Yours scored {OutcomeLetters.Of5(lower)}: "
                + $"{Meanings[lower]}.";
        }

        if (better.Count == 0)
        {
            yield return "The successful bid scored no higher than yours on any quality criterion.";
        }

        if (own.Rank is null)
        {
            yield break;
        }

        yield return Price(own, best);
        if (own.Total == best.Total)
        {
            yield return "Both bids have the same total; the published order for ties decided.";
        }
    }

    private static string Price(BidResult own, BidResult best)
    {
        var (mine, theirs) = (OutcomeLetters.Figure(own.PriceScore), OutcomeLetters.Figure(best.PriceScore));
        return (best.PriceScore ?? 0).CompareTo(own.PriceScore ?? 0) switch
        {
            > 0 => $"On price the successful bid has {theirs} points and yours {mine}: it costs less over the whole term.",
            < 0 when best.Total > own.Total =>
                $"On price your bid has {mine} points and the successful bid {theirs}: yours costs less over the whole "
                + "term, which does not outweigh the difference in quality.",
            < 0 => $"On price your bid has {mine} points and the successful bid {theirs}.",
            _ => $"On price both bids have {mine} points.",
        };
    }

    private static int ScoreOf(BookedBid bid, string criterionId) =>
        bid.Scores.Single(s => s.CriterionId == criterionId).Score;
}
