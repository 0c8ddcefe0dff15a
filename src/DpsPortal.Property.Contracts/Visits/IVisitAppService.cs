using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Property.Visits;

/// <summary>The host authority's visits to homes, on the checklist of domain §2.5.</summary>
public interface IVisitAppService
{
    Task<PagedResult<VisitListItemDto>> GetListAsync(PageQuery query, CancellationToken ct);

    Task<VisitDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>Of one of the caller's own homes: what it was told to expect and need not, the latest first.</summary>
    Task<IReadOnlyList<CancelledVisitDto>> GetCancelledAsync(Guid premisesId, CancellationToken ct);

    Task<VisitDto> BookAsync(BookVisitDto input, CancellationToken ct);

    /// <summary>
    /// Saves answers so far; those not named stay as they are. An advisory or a fail whose note is still to come is
    /// kept too, and the visit is not completed before it has come. The highest revision wins; an older one changes
    /// nothing, and a repeated one with the same answers changes nothing either.
    /// </summary>
    /// <exception cref="Framework.Domain.BusinessException">The same revision with other answers.</exception>
    Task<VisitDto> SaveAnswersAsync(Guid id, SaveVisitAnswersDto input, CancellationToken ct);

    /// <summary>Repeating it with the same summary answers with the same result.</summary>
    Task<VisitDto> CompleteAsync(Guid id, CompleteVisitDto input, CancellationToken ct);

    Task<VisitDto> CancelAsync(Guid id, CancelVisitDto input, CancellationToken ct);
}

public enum VisitState
{
    Booked,
    InProgress,
    Completed,
    Cancelled,
}

public enum VisitTrigger
{
    Start,
    Complete,
    Cancel,
}

public enum VisitMode
{
    InPerson,

    /// <summary>Cannot carry a first accreditation.</summary>
    Virtual,
}

public enum VisitNotice
{
    Announced,
    Unannounced,
}

public enum VisitItemResult
{
    Pass,
    Fail,
    Advisory,
    NotApplicable,
}

public enum Criticality
{
    Critical,
    Major,
    Minor,
}

public sealed record VisitListItemDto(
    Guid Id, Guid PremisesId, string PremisesName, string Town, Guid ProviderId, string ProviderName,
    DateTime ScheduledAt, VisitMode Mode, VisitNotice Notice, VisitState State, bool? Passed);

/// <param name="ScheduledAt">Instant, UTC, for which it was booked.</param>
/// <param name="AuthorityName">Who cancelled it; the officer and the reason stay with the authority.</param>
public sealed record CancelledVisitDto(Guid Id, DateTime ScheduledAt, string AuthorityName);

public sealed record VisitDto
{
    public required Guid Id { get; init; }
    public required Guid PremisesId { get; init; }
    public required string PremisesName { get; init; }
    public required string Address { get; init; }
    public required string ProviderName { get; init; }

    /// <summary>The accreditation application that asked for it.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime ScheduledAt { get; init; }

    public required VisitMode Mode { get; init; }
    public required VisitNotice Notice { get; init; }
    public required string LeadVisitorName { get; init; }
    public required VisitState State { get; init; }
    public required int Revision { get; init; }
    public required IReadOnlyList<VisitSectionDto> Sections { get; init; }
    public required int AnsweredCount { get; init; }
    public required int ItemCount { get; init; }

    /// <summary>Points over possible points, 0-100; null until completed.</summary>
    public int? ScorePercent { get; init; }

    /// <summary>Of a cancelled visit; null otherwise.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Instant, UTC; null unless cancelled.</summary>
    public DateTime? CancelledAt { get; init; }

    public string? CancelledByName { get; init; }

    /// <summary>At least 80 % and no critical failure (domain §2.5); null until completed.</summary>
    public bool? Passed { get; init; }

    public required IReadOnlyList<string> CriticalFailures { get; init; }
    public string? Summary { get; init; }
    public required IReadOnlyList<VisitTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

public sealed record VisitSectionDto(string Id, string Title, IReadOnlyList<VisitItemDto> Items);

/// <param name="PlaceId">Set for items asked once for each bedroom.</param>
/// <param name="MeasuredArea">Square metres where the item measures a bedroom; too small an area is a fail.</param>
/// <param name="Photos">Pictures the visitor took; shown to the visiting authority alone.</param>
/// <param name="PlaceName">The bedroom's name, with <paramref name="PlaceId"/>.</param>
/// <param name="Hint">How to check it; null when the question says it all.</param>
public sealed record VisitItemDto(
    string Id, string Question, Criticality Criticality, Guid? PlaceId, bool MeasuresArea,
    VisitItemResult? Result, string? Note, decimal? MeasuredArea, IReadOnlyList<VisitPhotoDto> Photos,
    string? PlaceName = null, string? Hint = null);

public enum VisitPhotoState
{
    Checking,
    Ready,
    Refused,
}

public sealed record VisitPhotoDto(Guid DocumentId, string Name, VisitPhotoState State);

public sealed record BookVisitDto
{
    public required Guid PremisesId { get; init; }
    public Guid? ApplicationId { get; init; }

    /// <summary>Instant with offset; in the future.</summary>
    public required DateTimeOffset ScheduledAt { get; init; }

    public required VisitMode Mode { get; init; }
    public required VisitNotice Notice { get; init; }
}

public sealed record SaveVisitAnswersDto
{
    /// <summary>Counts up with every save of this client.</summary>
    [Range(1, int.MaxValue)] public required int Revision { get; init; }

    [Required, MaxLength(300)] public required IReadOnlyList<VisitAnswerDto> Answers { get; init; }
}

public sealed record VisitAnswerDto
{
    [Required, StringLength(40)] public required string ItemId { get; init; }
    public Guid? PlaceId { get; init; }
    public required VisitItemResult Result { get; init; }
    [StringLength(1000)] public string? Note { get; init; }
    [Within(0.01, 200)] public decimal? MeasuredArea { get; init; }

    /// <summary>Ids of the authority's documents, JPG or PNG; null leaves them as they are.</summary>
    [MaxLength(6)] public IReadOnlyList<Guid>? PhotoIds { get; init; }
}

public sealed record CompleteVisitDto
{
    [Required, StringLength(2000)] public required string Summary { get; init; }
    public required uint Version { get; init; }
}

public sealed record CancelVisitDto
{
    [Required, StringLength(500)] public required string Reason { get; init; }
}
