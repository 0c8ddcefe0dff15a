using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// The open call-offs that a provider has neither bid on nor declined, and those whose bid it changed without sending
/// the change, the next deadline first; then the letters of the
/// last two weeks that nobody has opened, and which of those it worked on were cancelled.
/// </summary>
internal sealed class OpportunityToday(ITenderingDbContext db, INewsRead news, ICurrentUser user) : ITodaySource
{
    private const string Letter = "Bid.ReadLetter";
    private const string Cancelled = "Bid.ReadCancelled";
    private const int DaysOfLetters = 14;

    public IReadOnlyList<string> NewsKinds => [Letter, Cancelled];

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
                b.CallOffId == c.Id && b.ProviderId == user.OrganisationId && b.State == BidState.Submitted
                && b.Draft == null))
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
                Changed = db.Bids.Any(b =>
                    b.CallOffId == c.Id && b.ProviderId == user.OrganisationId && b.State == BidState.Submitted),
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(c => new TodayItemDto(
                c.Changed ? "Bid.SendChange" : c.Begun ? "Bid.Finish" : "Bid.Consider", c.Id, c.Reference, c.LotName, c.Deadline)),
            .. await LettersAsync(now, ct),
            .. await CancelledAsync(now, ct),
        ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> LettersAsync(DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-DaysOfLetters);
        var read = (await news.GetAsync(Letter, ct)).Keys.ToList();
        var letters = await db.OutcomeLetters.AsNoTracking()
            .Where(l => l.ProviderId == user.OrganisationId && l.IssuedAt > since && !read.Contains(l.CallOffId))
            .Join(db.CallOffs, l => l.CallOffId, c => c.Id, (l, c) => new { c.Id, c.Reference, c.LotName, l.IssuedAt })
            .OrderByDescending(l => l.IssuedAt).ThenBy(l => l.Id)
            .Take(ITodaySource.MostItems)
            .ToListAsync(ct);
        return [.. letters.Select(l => new TodayItemDto(Letter, l.Id, l.Reference, l.LotName, null))];
    }

    /// <summary>Of whoever had begun or sent a bid: the work on it has come to nothing.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> CancelledAsync(DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-DaysOfLetters);
        var read = (await news.GetAsync(Cancelled, ct)).Keys.ToList();
        var cancelled = await db.CallOffs.AsNoTracking()
            .Where(c => c.State == CallOffState.Cancelled && c.CancelledAt > since && !read.Contains(c.Id)
                && db.Bids.Any(b => b.CallOffId == c.Id && b.ProviderId == user.OrganisationId
                    && b.State != BidState.Withdrawn))
            .OrderByDescending(c => c.CancelledAt).ThenBy(c => c.Id)
            .Take(ITodaySource.MostItems)
            .Select(c => new { c.Id, c.Reference, c.LotName })
            .ToListAsync(ct);
        return [.. cancelled.Select(c => new TodayItemDto(Cancelled, c.Id, c.Reference, c.LotName, null))];
    }
}
