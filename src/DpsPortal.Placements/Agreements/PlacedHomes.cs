using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

internal sealed class PlacedHomes(IPlacementsDbContext db) : IPlacedHomes
{
    /// <summary>One that ended on its first day had no night.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> GetLastNightsAsync(
        Guid authorityId, IReadOnlyCollection<Guid> premisesIds, DateOnly today, CancellationToken ct)
    {
        var leaving = await db.Placements
            .Where(p => p.AuthorityId == authorityId && p.PremisesId != null
                && premisesIds.Contains(p.PremisesId.Value)
                && p.StartsOn <= today && (p.EndedOn == null || p.EndedOn > p.StartsOn))
            .GroupBy(p => p.PremisesId!.Value)
            .Select(g => new { Id = g.Key, LeavesOn = g.Max(p => p.EndedOn ?? DateOnly.MaxValue) })
            .ToListAsync(ct);
        return leaving.ToDictionary(l => l.Id, l => l.LeavesOn > today ? today : l.LeavesOn.AddDays(-1));
    }
}
