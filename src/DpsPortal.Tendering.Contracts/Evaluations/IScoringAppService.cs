using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>
/// Each evaluator scores alone, unseen by the others, until all have locked theirs. Versions are those of the caller's own
/// scores (<see cref="EvaluationDto.OwnVersion"/>): nobody is stopped by what a colleague saves. Source: domain §4.5.
/// </summary>
public interface IScoringAppService
{
    Task<EvaluationDto> ScoreAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct);

    /// <summary>All scores are given. Once everybody's are locked the evaluators read each other's.</summary>
    Task<EvaluationDto> LockAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>Only before the others could read them.</summary>
    Task<EvaluationDto> UnlockAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>What a colleague who cannot finish has scored counts no longer; it is kept.</summary>
    Task<EvaluationDto> SetAsideAsync(Guid callOffId, Guid sheetId, SetAsideScoresDto input, CancellationToken ct);

    /// <summary>What was set aside counts again, until the evaluators read each other's; never after a conflict.</summary>
    Task<EvaluationDto> CountAgainAsync(Guid callOffId, Guid sheetId, CallOffVersionDto input, CancellationToken ct);
}

/// <summary>What the evaluators agree, as its chair writes it down. Versions are those of the call-off.</summary>
public interface IAgreementAppService
{
    /// <summary>Also from a colleague. Whoever chairs does not approve the award.</summary>
    Task<EvaluationDto> TakeChairAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>The scores that count, with the reasons that the bidder reads.</summary>
    Task<EvaluationDto> AgreeAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct);

    /// <summary>Every score that all evaluators gave alike and that is not agreed yet, with a reason one of them gave.</summary>
    Task<EvaluationDto> AgreeUnanimousAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>Everything is agreed: names and prices become visible, and no score is changed any more (fact 13).</summary>
    Task<EvaluationDto> LockQualityAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);
}

/// <param name="Stands">Agreed before prices were seen: nobody changes it any more.</param>
public sealed record ScoreDto(
    string CriterionId, int Score, string Reason, string ScoredByName, DateTime ScoredAt, bool Stands);

public sealed record OwnScoreDto(string CriterionId, int Score, string Reason, DateTime ScoredAt);

/// <param name="Mine">The caller gave it.</param>
public sealed record EvaluatorScoreDto(string CriterionId, string EvaluatorName, int Score, string Reason, bool Mine);

/// <param name="SheetId">Of this evaluator's scores.</param>
/// <param name="Given">How many scores.</param>
/// <param name="LockedAt">Instant, UTC; null while they may still be changed.</param>
/// <param name="SetAside">Why they do not count; null where they do.</param>
public sealed record EvaluatorDto(
    Guid SheetId, string Name, int Given, DateTime? LockedAt, bool IsCaller, SetAsideDto? SetAside);

/// <param name="At">Instant, UTC.</param>
/// <param name="OfConflict">Its evaluator declared a conflict of interest: it never counts again.</param>
public sealed record SetAsideDto(string ByName, string Reason, DateTime At, bool OfConflict = false);

public sealed record ScoreBidDto
{
    [Required, MinLength(1), MaxLength(10)] public required IReadOnlyList<GiveScoreDto> Scores { get; init; }
    public required uint Version { get; init; }
}

public sealed record GiveScoreDto
{
    [Required, StringLength(30)] public required string CriterionId { get; init; }

    /// <summary>0 unacceptable to 5 excellent (domain §4.5).</summary>
    [Range(0, 5)] public required int Score { get; init; }

    /// <summary>That of the agreed score is read by the bidder in its letter.</summary>
    [Required, StringLength(1000), WithoutIdentifiers(Names = true)] public required string Reason { get; init; }
}

public sealed record SetAsideScoresDto
{
    [Required, StringLength(500), WithoutIdentifiers] public required string Reason { get; init; }
    public required uint Version { get; init; }
}
