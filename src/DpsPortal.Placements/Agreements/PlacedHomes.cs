using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

internal sealed class PlacedHomes(IPlacementsDbContext db) : IPlacedHomes
{
    /// <summary>One that ended on its first day had no night.</summary>
    public async Task<IReadOnlyCollection<Guid>> GetUsedAsync(
        Guid authorityId, IReadOnlyCollection<Guid> premisesIds, DateOnly today, CancellationToken ct) =>
        await db.Placements
            .Where(p => p.AuthorityId == authorityId && p.PremisesId != null
                && premisesIds.Contains(p.PremisesId.Value)
                && p.StartsOn <= today && (p.EndedOn == null || p.EndedOn > p.StartsOn))
            .Select(p => p.PremisesId!.Value).Distinct().ToListAsync(ct);
}
