using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.PriceQuestions;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>
/// What a bidder is told: the criteria, its own scores and the reasons, the winner's name, scores and
/// characteristics. Nothing of the young person's need but the call-off's reference.
/// Source: the content of PCR 2015, reg. 86(2), used as the model (fact 17).
/// </summary>
internal static class OutcomeLetters
{
    public const string Kind = "CallOffOutcome";

    private static readonly string[] Heading =
        ["Criterion", "Weight", "Your score", "Winner’s score", "Reason for your score"];

    private static readonly int WinnerColumn = Array.IndexOf(Heading, "Winner’s score");

    /// <param name="approver">Who approves the award, and signs.</param>
    public static LetterDto Write(
        CallOff callOff, BookedBid bid, BookedBid winner, IReadOnlyDictionary<Guid, BidResult> results, DateTime now,
        string approver)
    {
        var (own, best) = (results[bid.Opened.BidId], results[winner.Opened.BidId]);
        var hasWon = bid.Opened.BidId == winner.Opened.BidId;
        return new LetterDto(
            Guid.NewGuid(), Kind, $"Outcome of call-off {callOff.Reference}", bid.Submitted.ProviderName, now,
            [.. hasWon ? ToTheWinner(callOff, winner, now) : ToTheOthers(callOff, bid, own, winner, best), .. Queries(callOff)],
            Rows(callOff, bid, winner, own, best),
            [approver, "Placements approver", callOff.PlacingAuthorityName]);
    }

    private static IEnumerable<string> ToTheWinner(CallOff callOff, BookedBid winner, DateTime now)
    {
        yield return $"{callOff.PlacingAuthorityName} has accepted your bid on call-off {callOff.Reference} in "
            + $"{callOff.LotName} of {callOff.SchemeName}.";
        var first = Stay.NightsOf(callOff.Needs!, winner.Submitted.Bid.AvailableFrom, LondonTime.DateOf(now)).First;
        yield return $"You offered {Offer(winner)} for {Sentences.Pounds(winner.Submitted.TotalWeeklyPence)} a week. The "
            + $"stay is planned from {Sentences.Day(first)}.";
        yield return $"Reason for the award: {callOff.Award!.Reason}";
        yield return "The placement agreement follows. Your scores and the reasons for them are below.";
    }

    /// <summary>Of the winner's own home, in the words it uses itself: never where that is.</summary>
    private static string Offer(BookedBid winner)
    {
        var place = winner.Home?.Places.SingleOrDefault(p => p.Id == winner.Submitted.Bid.PlaceId);
        return place is null ? "a place" : $"{place.Name} in {winner.Home!.Name}";
    }

    private static IEnumerable<string> ToTheOthers(
        CallOff callOff, BookedBid bid, BidResult own, BookedBid winner, BidResult best)
    {
        yield return $"{callOff.PlacingAuthorityName} has not accepted your bid on call-off {callOff.Reference} in "
            + $"{callOff.LotName} of {callOff.SchemeName}.";
        yield return own.Rank is { } rank
            ? string.Create(
                CultureInfo.InvariantCulture, $"Your bid has {Figure(own.Total)} points of 100 and is ranked {rank}.")
            : $"Your bid could not be awarded. {WhyNot(bid, own)}";
        yield return $"The successful bidder is {winner.Submitted.ProviderName}, with {Figure(best.Total)} points "
            + $"of 100: {Figure(best.QualityScore)} for quality and {Figure(best.PriceScore)} for price.";
        yield return $"Reason for the award: {callOff.Award!.Reason}";
        foreach (var sentence in RelativeAdvantages.Of(callOff, bid, own, winner, best))
        {
            yield return sentence;
        }
    }

    /// <summary>The portal's own sentences are turned to the bidder; what an officer wrote stays as it was written.</summary>
    private static string WhyNot(BookedBid bid, BidResult own)
    {
        if (own.GateFailures.Count == 0)
        {
            return Addressed.ToYou(own.DisqualifiedReason!);
        }

        var written = PriceQuestionView.Exclusion(bid.PriceQuestion).ToList();
        return string.Join(' ', own.GateFailures.Select(f => written.Contains(f) ? f : Addressed.ToYou(f)));
    }

    private static IEnumerable<string> Queries(CallOff callOff)
    {
        yield return $"If you have a question about this decision, ask {callOff.PlacingAuthorityName} and give the "
            + $"reference {callOff.Reference}.";
    }

    private static List<IReadOnlyList<string>> Rows(
        CallOff callOff, BookedBid bid, BookedBid winner, BidResult own, BidResult best)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            Heading,
        };
        rows.AddRange(callOff.Criteria.Select(c =>
        {
            var score = bid.Scores.Single(s => s.CriterionId == c.Id);
            return new[]
            {
                c.Name, Sentences.Weight(c.Weight), Of5(score.Score),
                Of5(winner.Scores.Single(s => s.CriterionId == c.Id).Score), score.Reason,
            };
        }));
        rows.Add(["Quality points", "", Figure(own.QualityScore), Figure(best.QualityScore), ""]);
        rows.Add(
        [
            "Price points", Sentences.Weight(callOff.PriceWeight), Figure(own.PriceScore), Figure(best.PriceScore), "",
        ]);
        rows.Add(["Total", "100", Figure(own.Total), Figure(best.Total), ""]);

        // The winner reads its own scores once.
        return bid.Opened.BidId != winner.Opened.BidId
            ? rows
            : [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Where((_, i) => i != WinnerColumn)])];
    }

    internal static string Of5(int score) => string.Create(CultureInfo.InvariantCulture, $"{score} of 5");

    internal static string Figure(decimal? points) => points is { } given ? Sentences.Points(given) : "–";
}
