using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>The placing authority prepares, publishes and follows its call-offs.</summary>
public interface ICallOffAppService
{
    Task<PagedResult<CallOffListItemDto>> GetListAsync(CallOffQuery query, CancellationToken ct);

    Task<CallOffDto> GetAsync(Guid id, CancellationToken ct);

    Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct);

    /// <summary>What publishing would do: whom it invites and the earliest deadline allowed.</summary>
    Task<PublishPreviewDto> GetPublishPreviewAsync(Guid id, CancellationToken ct);

    Task<CallOffDto> CreateAsync(CreateCallOffDto input, CancellationToken ct);

    Task<CallOffDto> UpdateAsync(Guid id, UpdateCallOffDto input, CancellationToken ct);

    /// <summary>By somebody other than the one who prepared it. Invites every admitted, unsuspended member (fact 4).</summary>
    Task<CallOffDto> PublishAsync(Guid id, CallOffVersionDto input, CancellationToken ct);

    /// <summary>By whoever would publish it otherwise; it is published only once it was changed.</summary>
    Task<CallOffDto> SendBackDraftAsync(Guid id, SendBackDraftDto input, CancellationToken ct);

    /// <summary>A draft that nobody was told of; by whoever prepares call-offs.</summary>
    Task<CallOffDto> DiscardAsync(Guid id, CallOffVersionDto input, CancellationToken ct);

    Task<CallOffDto> CancelAsync(Guid id, CancelCallOffDto input, CancellationToken ct);

    /// <summary>Before the deadline has passed: a later one, the same for all who were invited, who are told.</summary>
    Task<CallOffDto> ExtendAsync(Guid id, ExtendCallOffDto input, CancellationToken ct);
}

public sealed record CallOffQuery
{
    public const int DefaultPageSize = 20;

    /// <summary>Only call-offs in this state.</summary>
    public CallOffState? State { get; init; }

    [StringLength(80)] public string? Search { get; init; }
    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}

public sealed record CallOffListItemDto(
    Guid Id, string Reference, Guid ReferralId, string ReferralReference, string LotName, string SchemeName,
    AgeBand AgeBand, SupportLevel SupportLevel,
    IReadOnlyList<string> PreferredAreas, DateTime? PublishedAt, DateTime Deadline, CallOffState State, string NextStep);

public sealed record CallOffDto
{
    public required Guid Id { get; init; }

    /// <summary>Fresh and random for each publication, e.g. <c>C-7QK3-9F2D</c>.</summary>
    public required string Reference { get; init; }

    public required Guid ReferralId { get; init; }

    /// <summary>For the authority alone.</summary>
    public required string ReferralReference { get; init; }

    public required Guid LotId { get; init; }
    public required string LotName { get; init; }
    public required Guid SchemeId { get; init; }
    public required string SchemeName { get; init; }
    public required string PlacingAuthorityName { get; init; }
    public required NeedsProfileDto Needs { get; init; }
    public required IReadOnlyList<CriterionDto> Criteria { get; init; }

    /// <summary>Per cent of 100; with the criteria's weights it makes exactly 100.</summary>
    public required decimal PriceWeight { get; init; }

    /// <summary>The published upper limit of a week's price, whole pence; null for none.</summary>
    public long? CeilingWeeklyPence { get; init; }

    /// <summary>Instant, UTC. A bid stored at or after it is late.</summary>
    public required DateTime Deadline { get; init; }

    /// <summary>The deadlines that were moved, the first one first.</summary>
    public required IReadOnlyList<ExtensionDto> Extensions { get; init; }

    /// <summary>Instant, UTC: a question at or after it is not taken. Null in a draft.</summary>
    public DateTime? QuestionsUntil { get; init; }

    /// <summary>What bidders asked, the oldest first; nothing tells who asked.</summary>
    public required IReadOnlyList<QuestionDto> Questions { get; init; }

    /// <summary>Instant, UTC: the earliest deadline that a material answer may set now; null once bids are not taken.</summary>
    public DateTime? EarliestExtension { get; init; }

    public required CallOffState State { get; init; }
    public required string PreparedByName { get; init; }

    /// <summary>Null unless it is a draft that was sent back and not changed since.</summary>
    public DraftReturnDto? DraftReturn { get; init; }

    /// <summary>Null unless it was sent back and changed since.</summary>
    public DraftRevisionDto? DraftRevision { get; init; }

    public string? PublishedByName { get; init; }
    public DateTime? PublishedAt { get; init; }
    public DateTime? ClosedAt { get; init; }

    /// <summary>The signed root of the box, lower-case hex; null until bidding has closed.</summary>
    public string? BoxRoot { get; init; }

    public int? InvitedCount { get; init; }

    /// <summary>
    /// Providers that said they will not bid; known before opening, who bids is not. One that bids later stays here.
    /// </summary>
    public required IReadOnlyList<DeclinedDto> Declines { get; init; }

    public required IReadOnlyList<OpenerDto> Openers { get; init; }
    public DateTime? OpenedAt { get; init; }

    /// <summary>How many bids were in the box; null until it was opened, when nobody can know (fact 10).</summary>
    public int? OpenedBidCount { get; init; }

    public AwardDto? Award { get; init; }

    /// <summary>Null until the caller has declared; with a conflict no part of the evaluation is theirs.</summary>
    public bool? CallerHasConflict { get; init; }

    public required IReadOnlyList<CallOffTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

public sealed record DeclinedDto(string ProviderName, Bids.NoBidReason Reason);

/// <summary>A draft that an approver sent back. At: instant, UTC.</summary>
/// <param name="Reason">For the authority alone.</param>
public sealed record DraftReturnDto(string ByName, DateTime At, string Reason);

/// <summary>A draft that was sent back and changed since. ReturnedAt: instant, UTC.</summary>
/// <param name="Reason">Why it was sent back; for the authority alone.</param>
/// <param name="Changes">Of the terms, from what it was then to what it is now; empty if only the needs were changed.</param>
/// <param name="NeedsBefore">The needs as they were then; null unless they were changed since.</param>
public sealed record DraftRevisionDto(
    string ReturnedByName, DateTime ReturnedAt, string Reason, IReadOnlyList<DraftChangeDto> Changes,
    NeedsProfileDto? NeedsBefore);

/// <param name="Part">In a word or two, e.g. <c>Deadline</c>.</param>
/// <param name="From">In words, e.g. <c>3 December 2026 at 12:00</c>.</param>
/// <param name="To">In words.</param>
public sealed record DraftChangeDto(string Part, string From, string To);

/// <summary>An officer who has asked for the bids to be opened; two different ones are needed (fact 12).</summary>
public sealed record OpenerDto(Guid UserId, string Name, DateTime At);

/// <summary>A deadline that was moved for everybody. Instants, UTC.</summary>
public sealed record ExtensionDto(DateTime From, DateTime To, ExtensionReason Reason, DateTime At, string ByName);

public enum ExtensionReason { MaterialAnswer, BiddersAskedForTime, PortalFault, TimetableChanged }

public sealed record AwardDto(
    Guid BidId, string ProviderName, string Reason, Guid ProposedById, string ProposedByName, DateTime ProposedAt,
    string? ApprovedByName, DateTime? ApprovedAt);

/// <param name="Weight">Per cent of 100, two decimals at most.</param>
/// <param name="MinimumScore">A bid scored below it is disqualified; null for none.</param>
/// <param name="Suitability">The criterion that the tie ladder asks second; at most one.</param>
public sealed record CriterionDto(
    [property: Required, StringLength(30)] string Id,
    [property: Required, StringLength(120)] string Name,
    [property: Within(0.01, 100)] decimal Weight,
    [property: Range(1, 5)] int? MinimumScore,
    bool Suitability);

public sealed record PublishPreviewDto(
    int InviteeCount, IReadOnlyList<string> Invitees, DateTime EarliestDeadline, string EarliestDeadlineRule,
    IReadOnlyList<string> Problems);

public sealed record CreateCallOffDto
{
    public required Guid ReferralId { get; init; }
    public required Guid LotId { get; init; }

    /// <summary>Instant with offset.</summary>
    public required DateTimeOffset Deadline { get; init; }

    [Required, MinLength(1), MaxLength(10)] public required IReadOnlyList<CriterionDto> Criteria { get; init; }
    [Within(0, 100)] public required decimal PriceWeight { get; init; }
    [Within(1, 100_000_000)] public long? CeilingWeeklyPence { get; init; }
}

public sealed record UpdateCallOffDto
{
    public required DateTimeOffset Deadline { get; init; }
    [Required, MinLength(1), MaxLength(10)] public required IReadOnlyList<CriterionDto> Criteria { get; init; }
    [Within(0, 100)] public required decimal PriceWeight { get; init; }
    [Within(1, 100_000_000)] public long? CeilingWeeklyPence { get; init; }
    public required uint Version { get; init; }
}

public sealed record CallOffVersionDto
{
    public required uint Version { get; init; }
}

public sealed record SendBackDraftDto
{
    [Required, StringLength(2000), WithoutIdentifiers] public required string Reason { get; init; }
    public required uint Version { get; init; }
}

public sealed record CancelCallOffDto
{
    public required CallOffCancelReason Reason { get; init; }
    public required uint Version { get; init; }
}

/// <remarks><c>NoSuitableBid</c> only once bids were opened: nobody can say so before.</remarks>
public enum CallOffCancelReason { NoLongerNeeded, NeedsChanged, PublishedInError, PlacedElsewhere, NoSuitableBid }

public sealed record ExtendCallOffDto
{
    /// <summary>Instant with offset; a quarter of an hour or more after the present one.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Told to everybody who was invited. A material answer moves the deadline itself.</summary>
    public required ExtensionReason Reason { get; init; }

    public required uint Version { get; init; }
}
