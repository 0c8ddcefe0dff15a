namespace DpsPortal.Framework.Application;

/// <summary>What the caller's organisation has read: a letter is on its first page until one of its people opens it.</summary>
public interface INewsRead
{
    /// <returns>
    /// What was read of this kind (<see cref="TodayItemDto.Kind"/>) in the last five weeks, with the instant, UTC, of the
    /// last time.
    /// </returns>
    Task<IReadOnlyDictionary<Guid, DateTime>> GetAsync(string kind, CancellationToken ct);

    Task MarkAsync(string kind, Guid id, CancellationToken ct);
}
