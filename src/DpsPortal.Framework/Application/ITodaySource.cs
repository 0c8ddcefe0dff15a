namespace DpsPortal.Framework.Application;

/// <summary>A module's share of a person's first page: what waits for them, the most pressing first.</summary>
public interface ITodaySource
{
    /// <summary>The most that one question of a source brings to the page.</summary>
    const int MostItems = 8;

    /// <summary>The kinds that are news: they leave the page once they were read (<see cref="INewsRead"/>).</summary>
    IReadOnlyList<string> NewsKinds => [];

    /// <returns>Only what the caller may act on; empty for everybody else.</returns>
    Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct);
}

/// <summary>Something that waits for the person who is signed in. Never anything about a young person.</summary>
/// <param name="Kind">What is to be done, <c>Aggregate.Deed</c>: the interface has its sentence and its page.</param>
/// <param name="Id">The thing to open; null where the page needs none.</param>
/// <param name="Subject">What it is about: a provider, a home, a reference.</param>
/// <param name="Detail">A second line; null for none.</param>
/// <param name="DueAt">Instant, UTC; null where only a day is set.</param>
/// <param name="DueOn">London date; null where an instant is set, or nothing.</param>
/// <param name="PartId">The part of it to open; null for the whole.</param>
public sealed record TodayItemDto(
    string Kind, Guid? Id, string Subject, string? Detail = null, DateTime? DueAt = null, DateOnly? DueOn = null,
    Guid? PartId = null);
