using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// Quality: each evaluator scores alone, then all read each other's scores and a chair writes down what they agree.
/// Source: domain §4.5 and fact 13; etc/docs/decisions/0034.
/// </summary>
internal sealed partial class CallOff
{
    private const int EvaluatorsUsually = 2;

    /// <summary>Whoever writes down the agreed scores; null before somebody took the chair.</summary>
    public Guid? ChairId { get; private set; }

    public string? ChairName { get; private set; }

    /// <summary>Database time from which the evaluators read each other's scores; null while they score alone.</summary>
    public DateTime? ScoresShownAt { get; private set; }

    /// <summary>
    /// Two; one where a young person needs a home today, whose award another officer approves all the same.
    /// Source: domain §4.5.
    /// </summary>
    public int EvaluatorsNeeded => Needs!.Urgency == Urgency.Today ? 1 : EvaluatorsUsually;

    /// <summary>The first score of all moves the call-off on; from then on each sheet is its evaluator's own.</summary>
    public void BeginScoring()
    {
        var from = State;
        State = CallOffStates.Transitions.Fire(State, CallOffTrigger.Score);
        if (State != from)
        {
            Record(nameof(CallOffTrigger.Score), from.ToString(), State.ToString());
        }
    }

    /// <exception cref="BusinessException">The evaluators read each other's scores by now.</exception>
    public void RefuseOnceShown() => Refuse(ScoresShownAt is not null, TenderingErrorCodes.ScoresShown);

    /// <summary>As soon as every evaluator whose scores count has locked them, and there are enough of them.</summary>
    public void ShowScoresIfComplete(IReadOnlyList<ScoreSheet> sheets, DateTime now)
    {
        ScoreSheet[] counted = [.. sheets.Where(s => s.Counts)];
        if (ScoresShownAt is null && counted.Length >= EvaluatorsNeeded && counted.All(s => s.LockedAt is not null))
        {
            ScoresShownAt = now;
            Array.ForEach(counted, sheet => sheet.Show(now));
            Record("ShowScores", State.ToString(), State.ToString(), Names(counted));
        }
    }

    /// <summary>For its History: that somebody locked or unlocked their scores, and not what they gave.</summary>
    public void Tell(ScoreSheet sheet) =>
        Record(sheet.LockedAt is null ? "UnlockScores" : "LockScores", State.ToString(), State.ToString());

    /// <summary>The first evaluator is ready, and nobody else has begun.</summary>
    public void AskForSecondEvaluator(Guid first) => AddEvent(ColleagueNewsEto.ToSecondPerson(
        PlacingAuthorityId, Role.PlacementsOfficer, first, $"The bids of call-off {Reference} wait for a second evaluator"));

    public void SetAsideScores(ScoreSheet sheet, string reason) =>
        Fire(CallOffTrigger.SetAsideScores, () => { }, $"{sheet.EvaluatorName}: {reason}");

    public void CountScoresAgain(ScoreSheet sheet) =>
        Fire(CallOffTrigger.CountScoresAgain, sheet.CountAgain, sheet.EvaluatorName);

    /// <summary>Also from a colleague who is away.</summary>
    /// <exception cref="BusinessException">Somebody still scores alone.</exception>
    public void TakeChair(Person chair) => Fire(CallOffTrigger.TakeChair, () =>
    {
        Refuse(ScoresShownAt is null, TenderingErrorCodes.ScoresNotShown);
        (ChairId, ChairName) = (chair.Id, chair.Name);
    });

    /// <exception cref="BusinessException">Somebody else is, or nobody.</exception>
    public void RefuseUnlessChair(Guid officer)
    {
        Refuse(ChairId is null, TenderingErrorCodes.NoChair);
        if (ChairId != officer)
        {
            throw new BusinessException(TenderingErrorCodes.NotTheChair).WithData("name", ChairName);
        }
    }

    /// <param name="before">The scores as they were, e.g. <c>Bid A: match 3</c>.</param>
    public void Agree(DateTime now, string before, string after)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Agree);
        Refuse(ScoresShownAt is null, TenderingErrorCodes.ScoresNotShown);
        ScoredAt = now;
        Record(nameof(Agree), before, after);
    }

    /// <param name="missing">Scores not yet agreed.</param>
    /// <param name="now">Database time.</param>
    public void LockQuality(int missing, DateTime now) => Fire(CallOffTrigger.LockQuality, () =>
    {
        Refuse(ScoresShownAt is null, TenderingErrorCodes.ScoresNotShown);
        if (missing > 0)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresNotAgreed).WithData("count", missing);
        }

        (QualityLockedAt, PricesSeenAt) = (now, PricesSeenAt ?? now);
    });

    /// <summary>
    /// A score agreed before prices were seen is changed by nobody after: only what a late conflict voided is agreed anew.
    /// Source: etc/docs/decisions/0008.
    /// </summary>
    public bool ScoreStands(DateTime scoredAt) => QualityLockedAt is { } locked && scoredAt <= locked;

    /// <summary>
    /// What of the agreed scores rests on somebody who declared a conflict: all that the others did not score exactly so
    /// themselves; and everything where too few are left and prices were not seen yet.
    /// </summary>
    /// <param name="others">The sheets of everybody else that count.</param>
    public IEnumerable<BidScore> RestingOnConflict(IEnumerable<BidScore> agreed, IReadOnlyCollection<ScoreSheet> others) =>
        PricesSeenAt is null && others.Count < EvaluatorsNeeded
            ? agreed
            : agreed.Where(a =>
            {
                var given = others.Select(s => s.Of(a.BidId, a.CriterionId)).OfType<SheetScore>().ToList();
                return given.Count == 0 || given.Any(s => s.Score != a.Score);
            });

    /// <summary>
    /// Somebody who scored, chaired, proposed or decided on a price has a conflict: back to scoring, without what was
    /// theirs and without an award.
    /// </summary>
    /// <param name="scores">Of their own.</param>
    /// <param name="agreed">Agreed scores that rested on them.</param>
    /// <param name="prices">Of decisions on a price.</param>
    /// <param name="uses">Of homes that were said to have been used before.</param>
    /// <param name="scoreAlone">Others have to score alone before anything is agreed.</param>
    public void VoidScores(
        DateTime now, Guid officer, int scores, int agreed, int prices, int uses, bool scoreAlone) =>
        Fire(CallOffTrigger.VoidScores, () =>
        {
            ScoredAt = now;
            ScoresShownAt = scoreAlone ? null : ScoresShownAt;
            (ChairId, ChairName) = ChairId == officer ? (null, null) : (ChairId, ChairName);
            (Award, AwardReturnedByName) = (null, null);
        }, string.Concat(
            prices == 0 ? $"{scores} scores" : $"{scores} scores and {prices} decisions on a price",
            agreed == 0 ? "" : $" and {agreed} agreed scores",
            uses == 0 ? "" : $" and {uses} records of earlier use",
            " of somebody who declared a conflict"));

    private static string Names(IEnumerable<ScoreSheet> sheets) =>
        string.Join(", ", sheets.Select(s => s.EvaluatorName).Order(StringComparer.Ordinal));
}
