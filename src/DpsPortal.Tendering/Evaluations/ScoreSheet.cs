using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>
/// What one evaluator scored alone. Nobody else reads it before every evaluator of the call-off has locked theirs.
/// Source: domain §4.5.
/// </summary>
internal sealed class ScoreSheet : AggregateRoot
{
    public ScoreSheet(Guid callOffId, Guid authorityId, Person evaluator) : base(Guid.NewGuid())
    {
        CallOffId = callOffId;
        AuthorityId = authorityId;
        EvaluatorId = evaluator.Id;
        EvaluatorName = evaluator.Name;
    }

    private ScoreSheet()
    {
    }

    public Guid CallOffId { get; private set; }
    public Guid AuthorityId { get; private set; }
    public Guid EvaluatorId { get; private set; }
    public string EvaluatorName { get; private set; } = null!;
    public IReadOnlyList<SheetScore> Scores { get; private set; } = [];

    /// <summary>Instant, UTC; null while scores may still be changed.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>Instant, UTC, from which the other evaluators could read it; null before.</summary>
    public DateTime? ShownAt { get; private set; }

    /// <summary>Null while it counts.</summary>
    public SetAsideDto? SetAside { get; private set; }

    public bool Counts => SetAside is null;

    public SheetScore? Of(Guid bidId, string criterionId) =>
        Scores.SingleOrDefault(s => s.BidId == bidId && s.CriterionId == criterionId);

    /// <exception cref="BusinessException">Locked, or set aside.</exception>
    public void Give(IReadOnlyList<SheetScore> given)
    {
        RefuseUnlessOpen();
        Scores = [.. Scores.Where(s => !given.Any(g => g.BidId == s.BidId && g.CriterionId == s.CriterionId)), .. given];
        Record(nameof(Give), after: $"{given.Count} scores");
    }

    /// <param name="missing">Scores not yet given.</param>
    /// <param name="now">Database time.</param>
    /// <exception cref="BusinessException">Locked already, set aside, or not complete.</exception>
    public void Lock(int missing, DateTime now)
    {
        RefuseUnlessOpen();
        if (missing > 0)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresIncomplete).WithData("count", missing);
        }

        LockedAt = now;
        Record(nameof(Lock), after: $"{Scores.Count} scores");
    }

    /// <summary>Before anybody else could read it.</summary>
    /// <exception cref="BusinessException">Not locked, shown to the others, or set aside.</exception>
    public void Unlock()
    {
        if (LockedAt is null || ShownAt is not null || !Counts)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresShown);
        }

        LockedAt = null;
        Record(nameof(Unlock));
    }

    /// <param name="now">Database time.</param>
    public void Show(DateTime now) => ShownAt ??= now;

    /// <summary>It is kept, and counts no longer: its evaluator is away, or declared a conflict.</summary>
    public void PutAside(SetAsideDto why)
    {
        SetAside = why;
        Record(nameof(PutAside), reason: why.Reason);
    }

    /// <exception cref="BusinessException">It counts already, or its evaluator declared a conflict.</exception>
    public void CountAgain()
    {
        if (SetAside is not { } aside)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresCountAlready).WithData("name", EvaluatorName);
        }

        if (aside.OfConflict)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresOfConflict).WithData("name", EvaluatorName);
        }

        SetAside = null;
        Record(nameof(CountAgain));
    }

    public EvaluatorDto ToDto(bool isCaller) => new(Id, EvaluatorName, Scores.Count, LockedAt, isCaller, SetAside);

    public IEnumerable<EvaluatorScoreDto> OfBid(Guid bidId, bool mine) => Scores.Where(s => s.BidId == bidId)
        .Select(s => new EvaluatorScoreDto(s.CriterionId, EvaluatorName, s.Score, s.Reason, mine));

    private void RefuseUnlessOpen()
    {
        if (SetAside is { } aside)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresSetAside).WithData("name", aside.ByName);
        }

        if (LockedAt is not null)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresLocked);
        }
    }
}

/// <param name="At">Database time, UTC.</param>
internal sealed record SheetScore(Guid BidId, string CriterionId, int Score, string Reason, DateTime At);
