using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Placements.Agreements;

/// <summary>Placements of the caller's organisation: the placing authority's, or those with the provider.</summary>
public interface IPlacementAppService
{
    Task<PagedResult<PlacementListItemDto>> GetListAsync(PlacementQuery query, CancellationToken ct);

    Task<PlacementDto> GetAsync(Guid id, CancellationToken ct);

    Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct);

    /// <summary>A new dated weekly price, charged once a second person confirms it.</summary>
    Task<PlacementDto> ProposePriceAsync(Guid id, ProposePriceDto input, CancellationToken ct);

    /// <summary>By somebody other than the proposer; earlier nights keep their price.</summary>
    Task<PlacementDto> ConfirmPriceAsync(Guid id, PlacementVersionDto input, CancellationToken ct);

    /// <summary>Refused by a colleague, or taken back by the proposer.</summary>
    Task<PlacementDto> SendBackPriceAsync(Guid id, ReasonedDto input, CancellationToken ct);

    /// <summary>Frees the place from the day of leaving on.</summary>
    Task<PlacementDto> EndAsync(Guid id, EndPlacementDto input, CancellationToken ct);

    /// <summary>
    /// For an end recorded by mistake: the placement goes on to its planned end, unless its place has been promised to
    /// somebody else before that day.
    /// </summary>
    Task<PlacementDto> TakeBackEndAsync(Guid id, ReasonedDto input, CancellationToken ct);

    /// <summary>A later planned end, unless the place has been promised to somebody else before that day.</summary>
    Task<PlacementDto> ProposeExtensionAsync(Guid id, ExtendPlacementDto input, CancellationToken ct);

    /// <summary>By somebody other than the proposer; the place is kept from then on.</summary>
    Task<PlacementDto> ConfirmExtensionAsync(Guid id, PlacementVersionDto input, CancellationToken ct);

    /// <summary>Refused by a colleague, or taken back by the proposer.</summary>
    Task<PlacementDto> SendBackExtensionAsync(Guid id, ReasonedDto input, CancellationToken ct);
}

public enum PlacementState
{
    /// <summary>Awarded; the first night is still to come or under way.</summary>
    Agreed,

    /// <summary>Agreed, and a new price waits for a second person; the provider reads it as agreed.</summary>
    PriceProposed,

    /// <summary>Agreed, and a later end waits for a second person; the provider reads it as agreed.</summary>
    ExtensionProposed,
    Ended,
}

public enum PlacementTrigger
{
    ProposePrice,
    ConfirmPrice,
    SendBackPrice,
    ProposeExtension,
    ConfirmExtension,
    SendBackExtension,
    End,
    TakeBackEnd,
}

public enum PlacementRoute
{
    Dps,
    Block,
    ClosedOrderedList,
    OpenSelectList,
    Spot,
    InHouse,
}

/// <summary>Why a placement ended. Source: SSDA903 REASON_PLACE_CHANGE, and the endings of people over 18.</summary>
public enum EndReason
{
    CarePlan,
    ProviderClosure,
    Allegation,
    StandardsConcern,
    ProviderRequest,
    YoungPersonAsked,
    AuthorityAsked,
    Custody,
    OwnTenancy,
    Family,
    Other,
}

public sealed record PlacementQuery
{
    [StringLength(80)] public string? Search { get; init; }

    /// <summary>Only those that are not over today: under way, or still to begin.</summary>
    public bool? CurrentOnly { get; init; }

    /// <summary>The one that came of this award.</summary>
    public Guid? CallOffId { get; init; }

    /// <summary>The first, if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20, if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}

public sealed record PlacementListItemDto(
    Guid Id, string Reference, string AuthorityName, string ProviderName, string SchemeName, string LotName,
    string PremisesArea, string AgeBand, DateOnly StartsOn, DateOnly PlannedEndOn, DateOnly? EndedOn,
    long WeeklyPence, PlacementState State);

public sealed record PlacementDto
{
    public required Guid Id { get; init; }

    /// <summary>Random, e.g. <c>P-3KD7-Q9FX</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>The call-off it came from; null for placements brought in.</summary>
    public Guid? CallOffId { get; init; }

    public required string AuthorityName { get; init; }
    public required string ProviderName { get; init; }
    public string? Urn { get; init; }
    public required string SchemeName { get; init; }
    public required string LotName { get; init; }
    public required PlacementRoute Route { get; init; }

    /// <summary>The law of its scheme, as accreditation calls it, e.g. <c>PcrDps</c>; null outside schemes.</summary>
    public string? Regime { get; init; }

    public required string PremisesArea { get; init; }

    /// <summary>Null for those without <c>Placements.ViewHome</c>, after the day of leaving, and when brought in.</summary>
    public PlacementHomeDto? Home { get; init; }

    public required string AgeBand { get; init; }

    /// <summary>First night.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The day it is planned to end; that night is not charged.</summary>
    public required DateOnly PlannedEndOn { get; init; }

    public DateOnly? EndedOn { get; init; }
    public EndReason? EndReason { get; init; }
    public bool? EndedAsPlanned { get; init; }
    public required PlacementState State { get; init; }

    /// <summary>Newest last; a price holds from its date to the next.</summary>
    public required IReadOnlyList<PriceRowDto> Prices { get; init; }

    /// <summary>The price that waits for a second person; null when none does, and for the provider.</summary>
    public PriceProposalDto? ProposedPrice { get; init; }

    /// <summary>The later end that waits for a second person; null when none does, and for the provider.</summary>
    public ExtensionProposalDto? ProposedExtension { get; init; }

    public required long SetUpPence { get; init; }

    /// <summary>From the first night to today.</summary>
    public required long CostToDatePence { get; init; }

    /// <summary>From the first night to the planned end, set-up included.</summary>
    public required long CommittedPence { get; init; }

    public required IReadOnlyList<PlacementTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

/// <summary>Where the young person is expected or lives: for the two sides of the placement alone.</summary>
public sealed record PlacementHomeDto(
    string Name, string PlaceName, string AddressLine, string Town, string Postcode);

public sealed record PriceRowDto(
    DateOnly From, long AccommodationPence, long CoreSupportPence, long AdditionalSupportPence, long OtherPence,
    long TotalWeeklyPence, bool Variation, string? Reason);

public sealed record PriceProposalDto(
    DateOnly From, long AccommodationPence, long CoreSupportPence, long AdditionalSupportPence, long OtherPence,
    long TotalWeeklyPence, PriceChangeReason Reason, Guid ProposedById, string ProposedByName, DateTime ProposedAt);

public sealed record ExtensionProposalDto(
    DateOnly PlannedEndOn, Guid ProposedById, string ProposedByName, DateTime ProposedAt);

public sealed record ProposePriceDto
{
    public required DateOnly From { get; init; }

    /// <summary>Whole pence a week.</summary>
    [Within(0, 10_000_000)] public required long AccommodationPence { get; init; }
    [Within(0, 10_000_000)] public required long CoreSupportPence { get; init; }
    [Within(0, 10_000_000)] public required long AdditionalSupportPence { get; init; }
    [Within(0, 10_000_000)] public required long OtherPence { get; init; }
    public required PriceChangeReason Reason { get; init; }
    public required uint Version { get; init; }
}

public sealed record PlacementVersionDto
{
    public required uint Version { get; init; }
}

public sealed record ReasonedDto
{
    /// <summary>Kept in the history. Nothing about the young person.</summary>
    [Required, StringLength(500), WithoutIdentifiers] public required string Reason { get; init; }

    public required uint Version { get; init; }
}

public enum PriceChangeReason { SupportIncreased, SupportReduced, AnnualUplift, Turned18, Correction }

public sealed record EndPlacementDto
{
    /// <summary>The day of leaving; that night is not charged.</summary>
    public required DateOnly EndsOn { get; init; }

    public required EndReason Reason { get; init; }
    public required bool AsPlanned { get; init; }
    public required uint Version { get; init; }
}

public sealed record ExtendPlacementDto
{
    /// <summary>The day of leaving that is planned now; that night is not charged.</summary>
    public required DateOnly PlannedEndOn { get; init; }

    public required uint Version { get; init; }
}
