using DpsPortal.Rules.Scoring;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.AwardRecords;

/// <summary>
/// The written report on an award, as it was when the award was approved: never written anew, kept with the call-off.
/// Source: PCR 2015, reg. 84(1), used as the model.
/// </summary>
public interface IAwardRecordAppService
{
    /// <summary>For officers who declared that they have no conflict of interest.</summary>
    Task<AwardRecordDto> GetAsync(Guid callOffId, CancellationToken ct);

    /// <summary>The very text that was stored, whose SHA-256 the record names.</summary>
    Task<AwardRecordFile> GetFileAsync(Guid callOffId, CancellationToken ct);
}

/// <param name="Replays">
/// Whether today's rule makes the stored ranking from the stored input; null where the rule has changed since.
/// </param>
/// <param name="Sha256">Of the stored text, lower-case hex.</param>
public sealed record AwardRecordDto(AwardReportDto Report, bool? Replays, string Sha256);

public sealed record AwardRecordFile(byte[] Content, string FileName)
{
    public const string ContentType = "application/json";
}

/// <summary>Nothing of the young person's need: the call-off's reference leads to it. Instants are UTC, money is pence.</summary>
public sealed record AwardReportDto
{
    /// <summary>Of the shape of this report.</summary>
    public const int CurrentFormat = 2;

    public required int Format { get; init; }
    public required string PlacingAuthorityName { get; init; }
    public required string Reference { get; init; }
    public required string SchemeName { get; init; }
    public required string LotName { get; init; }
    public required string PreparedByName { get; init; }
    public required string PublishedByName { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime Deadline { get; init; }
    public required IReadOnlyList<ExtensionDto> Extensions { get; init; }

    /// <summary>All of them, by name: every member of the lot was invited (fact 4).</summary>
    public required IReadOnlyList<string> Invited { get; init; }

    public required IReadOnlyList<DeclinedDto> Declines { get; init; }
    public required IReadOnlyList<OpenerDto> Openers { get; init; }
    public required DateTime OpenedAt { get; init; }

    /// <summary>What each officer said about a conflict of their own, the first first (fact 14).</summary>
    public required IReadOnlyList<RecordedInterestDto> Interests { get; init; }

    public required IReadOnlyList<CriterionDto> Criteria { get; init; }
    public required decimal PriceWeight { get; init; }
    public long? CeilingWeeklyPence { get; init; }
    public required IReadOnlyList<EvaluatorDto> Evaluators { get; init; }
    public required string ChairName { get; init; }
    public required DateTime QualityLockedAt { get; init; }

    /// <summary>In the order of their places; those that were ruled out last.</summary>
    public required IReadOnlyList<RecordedBidDto> Bids { get; init; }

    public required AwardDto Award { get; init; }

    /// <summary>Of the winner over the whole term: the value of the contract.</summary>
    public required long ValuePence { get; init; }

    /// <summary>The rule that ranked, and all that it worked on: the same gives the same places.</summary>
    public required int RuleVersion { get; init; }

    public required EvaluationInput Input { get; init; }
    public required IReadOnlyList<EvaluationResult> Results { get; init; }
}

public sealed record RecordedInterestDto(string OfficerName, DateTime At, string Said);

/// <param name="Label">Under which it was scored, e.g. <c>Bid A</c>.</param>
/// <param name="Scores">As agreed, with the reasons that the bidder has read.</param>
/// <param name="EvaluatorScores">What each evaluator scored alone.</param>
/// <param name="Rank">Null where it was ruled out, for <paramref name="Exclusions"/>.</param>
/// <param name="HomeReferences">
/// Those that counted for a home new to the authority, e.g. <c>1 counts (Westvale LBC, until 3 May 2027)</c>; null
/// where it had used the home (fact 23).
/// </param>
/// <param name="EarlierUse">What an officer said of its use before the portal.</param>
public sealed record RecordedBidDto(
    Guid BidId, string ProviderName, string Label, long TotalWeeklyPence, long WholeTermPence,
    IReadOnlyList<ScoreDto> Scores, IReadOnlyList<EvaluatorScoreDto> EvaluatorScores, decimal? PriceScore,
    decimal? QualityScore, decimal? Total, int? Rank, string? TieDecidedBy, IReadOnlyList<string> Exclusions,
    RecordedPriceQuestionDto? PriceQuestion, string? HomeReferences, EarlierUseDto? EarlierUse);

/// <summary>An abnormally low price that was asked about.</summary>
public sealed record RecordedPriceQuestionDto(
    string Question, string AskedByName, DateTime AskedAt, string? Answer, DateTime? AnsweredAt, string Outcome,
    string? DecidedByName, string? DecisionReason);
