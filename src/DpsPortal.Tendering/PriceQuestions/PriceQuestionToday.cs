using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.PriceQuestions;

/// <summary>Questions about a price that the signed-in bidder has not answered, the most pressing first.</summary>
internal sealed class PriceQuestionToday(ITenderingDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(TenderingPermissions.Bids.Submit)
            ?
            [
                .. (await db.PriceQuestions.AsNoTracking()
                    .Where(q => q.ProviderId == user.OrganisationId && q.State == PriceQuestionState.Asked)
                    .Join(db.CallOffs.Where(c => c.State != CallOffState.Cancelled),
                        q => q.CallOffId, c => c.Id, (q, c) => new { c.Id, c.Reference, c.LotName, q.AnswerBy })
                    .OrderBy(q => q.AnswerBy).ThenBy(q => q.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
                    .Select(q => new TodayItemDto("Bid.AnswerPrice", q.Id, q.Reference, q.LotName, q.AnswerBy)),
            ]
            : [];
}
