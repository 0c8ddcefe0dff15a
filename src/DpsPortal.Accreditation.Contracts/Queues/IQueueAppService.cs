using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.Queues;

/// <summary>How the host's officers share their queue out, and remind providers of what they owe.</summary>
public interface IQueueAppService
{
    /// <summary>Whom an application may be given to: the caller's authority's officers, by name.</summary>
    Task<IReadOnlyList<OfficerChoiceDto>> GetOfficersAsync(CancellationToken ct);

    /// <summary>
    /// Gives the caller the application with the nearest legal day that no officer has. One of a provider against which
    /// the caller has declared a conflict is passed over. Two who ask at once get two.
    /// </summary>
    Task<TakenApplicationDto> TakeNextAsync(CancellationToken ct);

    /// <summary>To anybody of the authority who has no conflict, or to nobody.</summary>
    /// <exception cref="Framework.Domain.ForbiddenByStageException">The caller has declared a conflict.</exception>
    Task<AssignmentDto> AssignAsync(Guid id, AssignApplicationDto input, CancellationToken ct);

    /// <summary>One e-mail a provider and day about what it owes; whoever gets none is named with the reason.</summary>
    Task<RemindersDto> RemindAsync(RemindProvidersDto input, CancellationToken ct);
}

public sealed record OfficerChoiceDto(Guid Id, string Name);

/// <param name="ApplicationId">Null when nothing waits for the caller.</param>
public sealed record TakenApplicationDto(Guid? ApplicationId, string? Reference);

public sealed record AssignApplicationDto
{
    /// <summary>Null to put it back for anybody to take; it has to be said.</summary>
    public required Guid? OfficerId { get; init; }
}

public sealed record AssignmentDto(Guid ApplicationId, Guid? OfficerId, string? OfficerName);

public sealed record RemindProvidersDto
{
    [Required, MinLength(1), MaxLength(100)] public required IReadOnlyList<Guid> ApplicationIds { get; init; }
}

public enum NotRemindedReason
{
    NothingOwed,
    RemindedToday,
    NobodyToTell,
    ConflictDeclared,
}

/// <param name="Owed">How many things the e-mail names.</param>
public sealed record RemindedDto(string ProviderName, int Owed);

public sealed record NotRemindedDto(string ProviderName, NotRemindedReason Reason);

public sealed record RemindersDto(IReadOnlyList<RemindedDto> Sent, IReadOnlyList<NotRemindedDto> NotSent);

/// <summary>An officer's own filters of the queue, under a name.</summary>
public interface ISavedViewAppService
{
    Task<IReadOnlyList<SavedViewDto>> GetListAsync(CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">The name is taken, or there are as many as one may keep.</exception>
    Task<SavedViewDto> CreateAsync(SaveViewDto input, CancellationToken ct);

    Task DeleteAsync(Guid id, CancellationToken ct);
}

public static class SavedViewConsts
{
    public const int MaxNameLength = 40;

    /// <summary>Of one officer: more would not be found again.</summary>
    public const int MaxViews = 12;
}

public sealed record QueueFilterDto
{
    public QueueOwner? Owner { get; init; }
    [StringLength(80)] public string? Search { get; init; }
    public AccreditationStage? Stage { get; init; }
    public QueueDue? Due { get; init; }
    [StringLength(20)] public string? Sort { get; init; }
}

public sealed record SaveViewDto
{
    [Required, OneLineOfWords, StringLength(SavedViewConsts.MaxNameLength)] public required string Name { get; init; }
    [Required] public required QueueFilterDto Filter { get; init; }
}

public sealed record SavedViewDto(Guid Id, string Name, QueueFilterDto Filter);
