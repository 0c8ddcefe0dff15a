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

public sealed record ApplicationQueueQuery
{
    /// <summary>Only those assigned to the caller; false if not given.</summary>
    public bool? AssignedToMe { get; init; }

    [StringLength(80)] public string? Search { get; init; }

    /// <summary><c>due</c> (default), <c>provider</c> or <c>submitted</c>; a leading minus turns it round.</summary>
    [StringLength(20)] public string? Sort { get; init; }

    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}
