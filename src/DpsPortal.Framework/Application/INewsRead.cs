namespace DpsPortal.Framework.Application;

/// <summary>What the caller's organisation has read: a letter is on its first page until one of its people opens it.</summary>
public interface INewsRead
{
    /// <returns>The ids of what was read of this kind (<see cref="TodayItemDto.Kind"/>), of the last five weeks.</returns>
    Task<IReadOnlyList<Guid>> GetAsync(string kind, CancellationToken ct);

    /// <summary>Repeating it changes nothing.</summary>
    Task MarkAsync(string kind, Guid id, CancellationToken ct);
}
