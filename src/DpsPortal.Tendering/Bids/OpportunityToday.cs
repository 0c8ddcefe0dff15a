using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>The open call-offs that a provider has neither bid on nor declined, the next deadline first.</summary>
internal sealed class OpportunityToday(ITenderingDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(TenderingPermissions.Bids.Submit))
        {
            return [];
        }

        var now = await db.NowAsync(ct);
        var open = await db.Invitations.AsNoTracking()
            .Where(i => i.ProviderId == user.OrganisationId && i.Declined == null)
            .Join(db.CallOffs.Where(c => c.State == CallOffState.Published && c.Deadline > now),
                i => i.CallOffId, c => c.Id, (i, c) => new { c.Id, c.Reference, c.LotName, c.Deadline })
            .Where(c => !db.Bids.Any(b =>
                b.CallOffId == c.Id && b.ProviderId == user.OrganisationId && b.State == BidState.Submitted))
            .OrderBy(c => c.Deadline).ThenBy(c => c.Id)
            .Take(ITodaySource.MostItems)
            .Select(c => new
            {
                c.Id,
                c.Reference,
                c.LotName,
                c.Deadline,
                Begun = db.Bids.Any(b =>
                    b.CallOffId == c.Id && b.ProviderId == user.OrganisationId && b.State == BidState.Draft),
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(c => new TodayItemDto(
                c.Begun ? "Bid.Finish" : "Bid.Consider", c.Id, c.Reference, c.LotName, c.Deadline)),
        ];
    }
}
