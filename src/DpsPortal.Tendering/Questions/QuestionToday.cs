using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Questions;

/// <summary>Call-offs whose bidders wait for an answer, the next to close first.</summary>
internal sealed class QuestionToday(ITenderingDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(TenderingPermissions.CallOffs.Prepare))
        {
            return [];
        }

        var now = await db.NowAsync(ct);
        return
        [
            .. (await db.CallOffs.AsNoTracking()
                .Where(c => c.PlacingAuthorityId == user.OrganisationId && c.State == CallOffState.Published
                    && c.Deadline > now
                    && db.Questions.Any(q => q.CallOffId == c.Id && q.State == QuestionState.Asked))
                .OrderBy(c => c.Deadline).ThenBy(c => c.Id).Take(ITodaySource.MostItems)
                .Select(c => new { c.Id, c.Reference, c.LotName, c.Deadline }).ToListAsync(ct))
                .Select(c => new TodayItemDto("CallOff.AnswerQuestion", c.Id, c.Reference, c.LotName, c.Deadline)),
        ];
    }
}
