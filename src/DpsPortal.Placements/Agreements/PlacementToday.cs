using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

/// <summary>Prices that wait for this person: never their own.</summary>
internal sealed class PlacementToday(IPlacementsDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(PlacementsPermissions.Placements.Manage))
        {
            return [];
        }

        var waiting = await db.Placements.AsNoTracking()
            .Where(p => p.AuthorityId == user.OrganisationId && p.State == PlacementState.PriceProposed)
            .Where(p => p.Proposals.Any(o => o.Outcome == null && o.ProposedById != user.Id))
            .OrderBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.ProviderName })
            .ToListAsync(ct);
        return [.. waiting.Select(p => new TodayItemDto("Placement.ConfirmPrice", p.Id, p.Reference, p.ProviderName))];
    }
}
