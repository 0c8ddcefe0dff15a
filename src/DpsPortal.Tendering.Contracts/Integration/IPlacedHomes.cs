namespace DpsPortal.Tendering.Integration;

/// <summary>
/// Where an authority's placements are or were, also those that came without a call-off; answered by Placements. A
/// setting in which it has placed is not new to it (fact 23).
/// </summary>
public interface IPlacedHomes
{
    /// <summary>
    /// Each home with the last night up to today. Asked by the authority or by the homes' provider; others learn of none.
    /// </summary>
    /// <param name="today">The London date: a placement that begins later is none yet.</param>
    Task<IReadOnlyDictionary<Guid, DateOnly>> GetLastNightsAsync(
        Guid authorityId, IReadOnlyCollection<Guid> premisesIds, DateOnly today, CancellationToken ct);
}
