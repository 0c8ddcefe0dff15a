using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.PriceQuestions;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>From the deadline to the ranking: open, declare, score, lock.</summary>
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

    Task<EvaluationDto> ScoreAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct);

    Task<EvaluationDto> LockQualityAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct);
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
    public required IReadOnlyList<ScoreDto> Scores { get; init; }

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

/// <param name="Mine">The caller gave it.</param>
/// <param name="Stands">Given before prices were seen: nobody changes it any more.</param>
/// <param name="Replaced">The score of a colleague that it took the place of; null where it replaced none.</param>
public sealed record ScoreDto(
    string CriterionId, int Score, string Reason, string ScoredByName, DateTime ScoredAt, bool Mine,
    bool Stands, ReplacedScoreDto? Replaced);

public sealed record ReplacedScoreDto(int Score, string Reason, string ScoredByName, DateTime ScoredAt);

public sealed record ScoreBidDto
{
    [Required, MinLength(1), MaxLength(10)] public required IReadOnlyList<GiveScoreDto> Scores { get; init; }

    /// <summary>Must be said to change what a colleague scored; their score stays on show beside the new one.</summary>
    public bool ReplacesColleagues { get; init; }

    public required uint Version { get; init; }
}

public sealed record GiveScoreDto
{
    [Required, StringLength(30)] public required string CriterionId { get; init; }

    /// <summary>0 unacceptable to 5 excellent (domain §4.5).</summary>
    [Range(0, 5)] public required int Score { get; init; }

    /// <summary>Read by the bidder in its letter.</summary>
    [Required, StringLength(1000), WithoutIdentifiers(Names = true)] public required string Reason { get; init; }
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
