using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.PriceQuestions;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>What an evaluator may see: answers and scores first; names and prices once quality is locked (fact 13).</summary>
internal static class EvaluationView
{
    private static readonly HashSet<CallOffState> QualityLocked =
    [
        CallOffState.Moderated, CallOffState.AwardProposed, CallOffState.Awarded,
    ];

    /// <param name="conflictParties">Everybody invited; none once declared.</param>
    /// <param name="bids">None for somebody who has not declared, or has a conflict.</param>
    /// <param name="sheets">All of the call-off, in the same case.</param>
    /// <param name="now">Database time.</param>
    public static EvaluationDto Of(
        CallOff callOff, bool? callerHasConflict, IReadOnlyList<string> conflictParties,
        IReadOnlyList<BookedBid> bids, IReadOnlyList<ScoreSheet> sheets, ICurrentUser user, DateTime now)
    {
        var own = sheets.SingleOrDefault(s => s.EvaluatorId == user.Id);
        var shown = Shown(callOff, sheets);
        var isLocked = QualityLocked.Contains(callOff.State);
        var ranked = isLocked ? Ranking.Of(callOff, bids) : new Dictionary<Guid, BidResult>();
        var results = bids.ToDictionary(
            b => b.Opened.BidId, b => b.Opened.Outcome ?? ranked.GetValueOrDefault(b.Opened.BidId));
        BookedBid[] compared = [.. bids.Where(b => results[b.Opened.BidId] is { DisqualifiedReason: null })];
        return new EvaluationDto
        {
            CallOffId = callOff.Id,
            Reference = callOff.Reference,
            State = callOff.State,
            CallerHasConflict = callerHasConflict,
            ConflictParties = conflictParties,
            Criteria = callOff.Criteria,
            PriceWeight = callOff.PriceWeight,
            ExpectedWeeks = callOff.Needs!.ExpectedWeeks,
            Bids =
            [
                .. bids.Select(b => ToDto(b, callOff, own, shown, results[b.Opened.BidId])).Zip(bids, (dto, b) => isLocked
                    ? dto with
                    {
                        PriceSign = Sign(b, compared),
                        PriceQuestion = PriceQuestionView.ToOfficer(b.PriceQuestion, callOff, user, now),
                    }
                    : dto),
            ],
            PriceFormula = Formula(callOff, compared),
            Ranking = isLocked ? Ranking.Fingerprint(results) : null,
            Evaluators = [.. sheets.OrderByDescending(s => s == own).Select(s => s.ToDto(isCaller: s == own))],
            EvaluatorsNeeded = callOff.EvaluatorsNeeded,
            OwnVersion = own?.Version ?? 0,
            ScoresShownAt = callOff.ScoresShownAt,
            ChairName = callOff.ChairName,
            IsChair = callOff.ChairId == user.Id,
            CallerJudged = callOff.ChairId == user.Id || own is { Counts: true }
                || bids.Any(b => b.Scores.Any(s => s.ScoredById == user.Id)),
            ScoredAfterPrices = bids.Sum(b => b.Scores.Count(s => s.ScoredAt > callOff.PricesSeenAt)),
            PermittedTriggers = CallOffReader.Permitted(callOff.State, user),
            Version = callOff.Version,
        };
    }

    /// <summary>Nobody reads a colleague's scores while somebody still scores alone.</summary>
    private static IReadOnlyList<ScoreSheet> Shown(CallOff callOff, IReadOnlyList<ScoreSheet> sheets) =>
        callOff.ScoresShownAt is null ? [] : [.. sheets.Where(s => s.Counts)];

    /// <param name="own">Of the caller; null where they did not score.</param>
    /// <param name="shown">Everybody's, once they are.</param>
    /// <param name="result">Null until quality is locked.</param>
    private static EvaluatedBidDto ToDto(
        BookedBid bid, CallOff callOff, ScoreSheet? own, IReadOnlyList<ScoreSheet> shown, BidResult? result)
    {
        var dto = new EvaluatedBidDto
        {
            BidId = bid.Opened.BidId,
            Label = bid.Opened.Label,
            PremisesArea = bid.Standing.OutwardCode,
            AvailableFrom = bid.Submitted.Bid.AvailableFrom!.Value,
            Answers = [.. callOff.Criteria.Select(c => bid.Submitted.Bid.Answers.Single(a => a.CriterionId == c.Id))],
            Scores = [.. bid.Scores.Select(s => s.ToDto(callOff))],
            OwnScores =
            [
                .. (own?.Scores ?? []).Where(s => s.BidId == bid.Opened.BidId)
                    .Select(s => new OwnScoreDto(s.CriterionId, s.Score, s.Reason, s.At)),
            ],
            EvaluatorScores = [.. shown.SelectMany(s => s.OfBid(bid.Opened.BidId, mine: s == own))],
            GateFailures = result?.GateFailures ?? [],
        };
        if (result is null)
        {
            return dto;
        }

        var home = bid.Opened.Home ?? bid.Use.Known();
        return dto with
        {
            ProviderName = bid.Submitted.ProviderName,
            TotalWeeklyPence = bid.Submitted.TotalWeeklyPence,
            SetUpPence = bid.Submitted.Bid.SetUpPence,
            WholeTermPence = bid.Submitted.WholeTermPence,
            PriceScore = result.PriceScore,
            QualityScore = result.QualityScore,
            Total = result.Total,
            Rank = result.Rank,
            DisqualifiedReason = result.DisqualifiedReason,
            TieDecidedBy = result.TieDecidedBy,
            HomeNeedsReferences = home.NeedsReferences,
            HomeReferences = home.References,
            EarlierUse = bid.Use.Said?.ToDto(),
        };
    }

    /// <summary>Also of a rejected price, for whoever weighs the rejection; not of a bid that is out for another reason.</summary>
    private static string? Sign(BookedBid bid, BookedBid[] compared) =>
        compared.Contains(bid) || bid.PriceQuestion is { IsRejected: true }
            ? PriceQuestionView.SignOf(bid, compared.Where(other => other != bid))
            : null;

    private static string Formula(CallOff callOff, BookedBid[] compared)
    {
        var weight = Sentences.Weight(callOff.PriceWeight);
        var words = $"Price points = {weight} × the lowest whole-term price ÷ the bid’s whole-term price. "
            + $"Whole-term price = weekly price × {callOff.Needs!.ExpectedWeeks} weeks + set-up.";
        return compared.Length == 0
            ? words
            : $"{words} The lowest is {Sentences.Pounds(compared.Min(b => b.Submitted.WholeTermPence))}.";
    }
}
