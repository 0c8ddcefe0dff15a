using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>A bid as it came out of the box, under a label that tells nothing; the results are frozen at award.</summary>
internal sealed class OpenedBid
{
    /// <summary>The bid's own id.</summary>
    public required Guid BidId { get; init; }

    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Guid ProviderId { get; init; }

    /// <summary>The version that counts: the last one before the deadline.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>E.g. <c>Bid A</c>, dealt out in random order.</summary>
    public required string Label { get; init; }

    /// <summary>Null until the award; from then on what the letters say.</summary>
    public BidResult? Outcome { get; set; }

    /// <summary>Null until the award; from then on what was known of the home when it was decided.</summary>
    public HomeKnown? Home { get; set; }
}

/// <param name="GateFailures">Why it cannot be awarded, in sentences.</param>
internal sealed record BidResult(
    IReadOnlyList<string> GateFailures, decimal? PriceScore, decimal? QualityScore, decimal? Total, int? Rank,
    string? DisqualifiedReason, string? TieDecidedBy);

/// <summary>The score of one bid on one criterion as the evaluators agreed it: the one that counts.</summary>
internal sealed class BidScore
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Guid BidId { get; init; }
    public required string CriterionId { get; init; }
    public required int Score { get; set; }

    /// <summary>Read by the bidder in its letter.</summary>
    public required string Reason { get; set; }

    public required Guid ScoredById { get; set; }
    public required string ScoredByName { get; set; }
    public required DateTime ScoredAt { get; set; }

    public ScoreDto ToDto(CallOff callOff) =>
        new(CriterionId, Score, Reason, ScoredByName, ScoredAt, callOff.ScoreStands(ScoredAt));
}
