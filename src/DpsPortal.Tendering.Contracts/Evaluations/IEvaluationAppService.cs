using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.PriceQuestions;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>From the deadline to the bids: open, declare, read.</summary>
public interface IEvaluationAppService
{
    /// <summary>
    /// The first officer's call asks for opening; a second officer's opens. Before the deadline it is refused, and
    /// the attempt is remembered.
    /// </summary>
    Task<CallOffDto> OpenAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>Says whether the caller has a conflict with any bidder. A "yes" shuts them out (fact 14).</summary>
    Task<EvaluationDto> DeclareAsync(Guid callOffId, DeclareConflictDto input, CancellationToken ct);

    /// <summary>Without prices and names until quality is locked (fact 13).</summary>
    Task<EvaluationDto> GetAsync(Guid callOffId, CancellationToken ct);
}

/// <summary>The award: proposed by one officer, decided by another.</summary>
public interface IAwardAppService
{
    /// <summary>Of the bid ranked first.</summary>
    Task<CallOffDto> ProposeAsync(Guid callOffId, ProposeAwardDto input, CancellationToken ct);

    Task<CallOffDto> SendBackAsync(Guid callOffId, SendBackAwardDto input, CancellationToken ct);

    /// <summary>By the proposer alone: the price and the places were seen to change, or the reason was wrong.</summary>
    Task<CallOffDto> TakeBackAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);

    /// <summary>By somebody other than the proposer. Releases all letters at one instant (fact 17).</summary>
    Task<CallOffDto> ApproveAsync(Guid callOffId, ApproveAwardDto input, CancellationToken ct);

    /// <summary>Every letter as approving the proposed award now would send it; nothing is kept.</summary>
    Task<IReadOnlyList<LetterDto>> GetDraftLettersAsync(Guid callOffId, CancellationToken ct);

    Task<IReadOnlyList<LetterDto>> GetLettersAsync(Guid callOffId, CancellationToken ct);
}

public sealed record DeclareConflictDto
{
    public required bool HasConflict { get; init; }
    [StringLength(500)] public string? Details { get; init; }
}

public sealed record EvaluationDto
{
    public required Guid CallOffId { get; init; }
    public required string Reference { get; init; }
    public required CallOffState State { get; init; }

    /// <summary>Null until the caller has declared; bids are empty until then.</summary>
    public bool? CallerHasConflict { get; init; }

    /// <summary>
    /// Everybody invited, by name: whom the declaration is about. Not the bidders alone, who stay unnamed until quality
    /// is locked. Empty once the caller has declared.
    /// </summary>
    public required IReadOnlyList<string> ConflictParties { get; init; }

    public required IReadOnlyList<CriterionDto> Criteria { get; init; }
    public required decimal PriceWeight { get; init; }
    public required int ExpectedWeeks { get; init; }
    public required IReadOnlyList<EvaluatedBidDto> Bids { get; init; }

    /// <summary>The price formula in words, with the figures of this call-off once prices are visible.</summary>
    public required string PriceFormula { get; init; }

    /// <summary>Stands for the points, places and exclusions as they are now; null until quality is locked.</summary>
    public string? Ranking { get; init; }

    /// <summary>Who scores, by name; empty until the caller has declared.</summary>
    public required IReadOnlyList<EvaluatorDto> Evaluators { get; init; }

    /// <summary>How many have to score alone before anything is agreed.</summary>
    public required int EvaluatorsNeeded { get; init; }

    /// <summary>The version of the caller's own scores; 0 before the first.</summary>
    public required uint OwnVersion { get; init; }

    /// <summary>Instant, UTC, from which the evaluators read each other's scores; null while they score alone.</summary>
    public DateTime? ScoresShownAt { get; init; }

    /// <summary>Who writes down the agreed scores; null before somebody took the chair.</summary>
    public string? ChairName { get; init; }

    public required bool IsChair { get; init; }

    /// <summary>The caller's scores count, or the caller is the chair: somebody else approves the award.</summary>
    public required bool CallerJudged { get; init; }

    /// <summary>
    /// How many scores were given once prices had been seen, in the place of those of somebody with a late conflict.
    /// </summary>
    public int ScoredAfterPrices { get; init; }

    public required IReadOnlyList<CallOffTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

public sealed record EvaluatedBidDto
{
    public required Guid BidId { get; init; }

    /// <summary>E.g. <c>Bid A</c>, in random order.</summary>
    public required string Label { get; init; }

    /// <summary>Null until quality is locked.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Area only: the address comes with the placement.</summary>
    public required string PremisesArea { get; init; }

    public required DateOnly AvailableFrom { get; init; }
    public required IReadOnlyList<BidAnswerDto> Answers { get; init; }

    /// <summary>As agreed: the scores that count.</summary>
    public required IReadOnlyList<ScoreDto> Scores { get; init; }

    /// <summary>Of the caller alone.</summary>
    public required IReadOnlyList<OwnScoreDto> OwnScores { get; init; }

    /// <summary>Of everybody whose scores count, by name; empty while somebody still scores alone.</summary>
    public required IReadOnlyList<EvaluatorScoreDto> EvaluatorScores { get; init; }

    /// <summary>Why the bid cannot be awarded, in sentences; empty when it can.</summary>
    public required IReadOnlyList<string> GateFailures { get; init; }

    public long? TotalWeeklyPence { get; init; }
    public long? SetUpPence { get; init; }
    public long? WholeTermPence { get; init; }
    public decimal? PriceScore { get; init; }
    public decimal? QualityScore { get; init; }
    public decimal? Total { get; init; }
    public int? Rank { get; init; }
    public string? DisqualifiedReason { get; init; }

    /// <summary>The rung of the published ladder that decided a tie; null where none did.</summary>
    public string? TieDecidedBy { get; init; }

    /// <summary>
    /// Why the price looks abnormally low, in words; null where it does not, or until quality is locked. A hint that
    /// decides nothing.
    /// </summary>
    public string? PriceSign { get; init; }

    /// <summary>What was asked about the price and came of it; null where nothing was, or until quality is locked.</summary>
    public PriceQuestionDto? PriceQuestion { get; init; }

    /// <summary>
    /// The home is new to the authority and too few others vouch for its provider (fact 23): an officer may record that
    /// it was used before. False until quality is locked.
    /// </summary>
    public bool HomeNeedsReferences { get; init; }

    /// <summary>
    /// Whose references count for a home that is new to the authority: <c>1 counts (Westvale LBC, until 3 May 2027)</c>.
    /// Null where it is not new or was said to have been used before, or until quality is locked.
    /// </summary>
    public string? HomeReferences { get; init; }

    /// <summary>That the home was used before the portal; null where nobody said so, or until quality is locked.</summary>
    public EarlierUseDto? EarlierUse { get; init; }
}

public sealed record ProposeAwardDto
{
    public required Guid BidId { get; init; }
    [Required, StringLength(2000), WithoutIdentifiers] public required string Reason { get; init; }
    public required uint Version { get; init; }
}

public sealed record ApproveAwardDto
{
    public required uint Version { get; init; }

    /// <summary>
    /// <see cref="EvaluationDto.Ranking"/> as the caller read it: a room or a standing may have changed it since, and with
    /// it the letters. Null where nobody has read it.
    /// </summary>
    [StringLength(64)] public string? Ranking { get; init; }
}

public sealed record SendBackAwardDto
{
    [Required, StringLength(2000), WithoutIdentifiers] public required string Reason { get; init; }
    public required uint Version { get; init; }
}
