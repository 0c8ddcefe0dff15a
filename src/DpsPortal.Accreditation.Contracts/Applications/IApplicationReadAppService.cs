using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The queue of the host authority; reading one application is for both sides.</summary>
public interface IApplicationReadAppService
{
    Task<ApplicationQueueDto> GetQueueAsync(ApplicationQueueQuery query, CancellationToken ct);

    /// <summary>The provider's own, or one made to the caller's authority.</summary>
    Task<ApplicationDto> GetAsync(Guid id, CancellationToken ct);

    Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct);

    Task<IReadOnlyList<LetterDto>> GetLettersAsync(Guid id, CancellationToken ct);
}

public enum QueueOwner
{
    Me,

    /// <summary>Waits to be taken.</summary>
    Nobody,
}

public enum QueueDue
{
    /// <summary>A legal or promised day has passed.</summary>
    Overdue,

    /// <summary>From today to Sunday, London.</summary>
    ThisWeek,
}

public sealed record ApplicationQueueQuery
{
    /// <summary>Everybody's if not given.</summary>
    public QueueOwner? Owner { get; init; }

    /// <summary>The stage that is under way; a provider that is admitted waits for the second.</summary>
    public AccreditationStage? Stage { get; init; }

    public QueueDue? Due { get; init; }

    [StringLength(80)] public string? Search { get; init; }

    /// <summary><c>due</c> (default), <c>provider</c> or <c>submitted</c>; a leading minus turns it round.</summary>
    [StringLength(20)] public string? Sort { get; init; }

    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}
