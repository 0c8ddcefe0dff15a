using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Tendering.Referrals;

/// <summary>One young person's need, inside the placing authority only.</summary>
public interface IReferralAppService
{
    Task<PagedResult<ReferralListItemDto>> GetListAsync(PageQuery query, CancellationToken ct);

    Task<ReferralDto> GetAsync(Guid id, CancellationToken ct);

    Task<ReferralDto> CreateAsync(SaveReferralDto input, CancellationToken ct);

    /// <summary>Keeps what is filled in so far; a call-off can be made from it only once it is complete.</summary>
    Task<ReferralDto> CreateDraftAsync(SaveReferralDraftDto input, CancellationToken ct);

    Task<ReferralDto> SaveDraftAsync(Guid id, SaveReferralDraftDto input, CancellationToken ct);

    /// <summary>Changes a complete referral, or completes a draft.</summary>
    Task<ReferralDto> UpdateAsync(Guid id, SaveReferralDto input, CancellationToken ct);

    Task<ReferralDto> CancelAsync(Guid id, CancelReferralDto input, CancellationToken ct);

    /// <summary>The authority's own.</summary>
    Task<ReferralOutcomesDto> GetOutcomesAsync(ReferralOutcomesQuery query, CancellationToken ct);
}

public enum ReferralState
{
    /// <summary>Being filled in.</summary>
    Draft,

    /// <summary>Complete; nobody has begun to look for a home.</summary>
    Ready,
    Sourcing,
    Placed,
    FellThrough,
    Cancelled,
}

public enum ReferralTrigger
{
    SaveDraft,
    Complete,
    StartSourcing,
    Place,
    FallThrough,
    Cancel,
}

public sealed record ReferralListItemDto(
    Guid Id, string Reference, AgeBand? AgeBand, Urgency? Urgency, SupportLevel? SupportLevel,
    IReadOnlyList<string> PreferredAreas, DateOnly? MoveInBy, ReferralState State, Guid? CallOffId,
    string? CallOffReference, string CreatedByName, DateTime CreatedAt, ReferralCancelReason? EndedBecause);

public sealed record ReferralDto
{
    public required Guid Id { get; init; }

    /// <summary>Random, e.g. <c>R-7QK3-9F2D</c>; says nothing about the young person.</summary>
    public required string Reference { get; init; }

    public required ReferralState State { get; init; }

    /// <summary>Null in a draft.</summary>
    public NeedsProfileDto? Needs { get; init; }

    /// <summary>What is filled in so far; null once it is complete.</summary>
    public NeedsDraftDto? Draft { get; init; }

    public Guid? CallOffId { get; init; }

    /// <summary>Of the latest call-off. Providers know that one and never the referral's.</summary>
    public string? CallOffReference { get; init; }

    /// <summary>Of one that was ended; null otherwise.</summary>
    public ReferralCancelReason? EndedBecause { get; init; }

    /// <summary>Instant, UTC, at which it was ended or its home found; null before.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The latest call-off is cancelled or had no bid: another may be prepared for the same need.</summary>
    public required bool CallOffHasEnded { get; init; }

    /// <summary>A call-off was published for it, whatever became of that one.</summary>
    public required bool WasSearched { get; init; }
    public required string CreatedByName { get; init; }
    public required IReadOnlyList<ReferralTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

public sealed record SaveReferralDto
{
    /// <summary>Private: only checks the age (fact 18) and sets the band. Never shown again, never logged.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>The authority's own case number, kept only as a keyed hash to find a second live search. Never shown.</summary>
    [StringLength(40)] public string? CaseNumber { get; init; }

    /// <summary>A deprivation of liberty order applies: supported accommodation is no lawful match (fact 18).</summary>
    public required bool DeprivationOfLiberty { get; init; }

    [Required] public required NeedsProfileDto Needs { get; init; }

    /// <summary>Null when creating.</summary>
    public uint? Version { get; init; }
}

public sealed record SaveReferralDraftDto
{
    /// <summary>As in <see cref="SaveReferralDto"/>; one saved before stays when it is null.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>As in <see cref="SaveReferralDto"/>; one saved before stays when it is null.</summary>
    [StringLength(40)] public string? CaseNumber { get; init; }

    /// <summary>Null while nobody has said; it is asked again when the referral is completed.</summary>
    public bool? DeprivationOfLiberty { get; init; }

    [Required] public required NeedsDraftDto Needs { get; init; }

    /// <summary>Null when creating.</summary>
    public uint? Version { get; init; }
}

public sealed record CancelReferralDto
{
    public required ReferralCancelReason Reason { get; init; }
    public required uint Version { get; init; }
}

/// <summary>
/// Why a need ended without a home from a call-off: what councils say their figures miss (domain §5 G). Codes only.
/// </summary>
public enum ReferralCancelReason
{
    /// <summary>Placed instead in the authority's own property.</summary>
    OwnProperty,
    BlockPlace,
    OtherScheme,
    SpotPurchase,
    FosterCare,
    ChildrensHome,
    FamilyOrFriends,
    EmergencyAccommodation,

    /// <summary>Needed, not searched: there was no time for a call-off.</summary>
    NoTime,
    NobodyCanMeetNeed,
    NobodyInAreas,
    TooDear,

    /// <summary>Needed and searched: a call-off was published, and nobody offered a home that could be taken.</summary>
    NobodyOffered,

    NoLongerNeeded,
    RecordedTwice,
}

public enum ReferralOutcomeKind
{
    /// <summary>The young person got a home, but not through a call-off.</summary>
    PlacedInstead,

    /// <summary>A home was needed and no call-off was published.</summary>
    NotSearched,

    /// <summary>A home was needed and looked for by a call-off, in vain.</summary>
    NotFound,

    /// <summary>No need was left.</summary>
    NoNeed,
}

/// <summary>Needs that ended between two days, by how.</summary>
/// <param name="Total">Referrals that ended, in any way.</param>
/// <param name="PlacedByCallOff">Of them with a home from a call-off.</param>
/// <param name="Others">Of the others, by reason; those that nobody had are left out.</param>
public sealed record ReferralOutcomesDto(
    DateOnly From, DateOnly To, int Total, int PlacedByCallOff, IReadOnlyList<ReferralOutcomeDto> Others);

/// <param name="Searched">Of them with at least one call-off that was published.</param>
public sealed record ReferralOutcomeDto(ReferralCancelReason Reason, ReferralOutcomeKind Kind, int Count, int Searched);

public sealed record ReferralOutcomesQuery
{
    /// <summary>First day, London; a year before <see cref="To"/> if not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, London; today if not given.</summary>
    public DateOnly? To { get; init; }
}
