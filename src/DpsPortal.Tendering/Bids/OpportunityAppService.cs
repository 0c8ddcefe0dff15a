using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

internal sealed class OpportunityAppService(ITenderingDbContext db, OpportunityReader reader, ICurrentUser user)
    : IOpportunityAppService
{
    public async Task<OpportunityPageDto> GetListAsync(OpportunityQuery query, CancellationToken ct)
    {
        var now = await db.NowAsync(ct);
        var invited = db.Invitations.AsNoTracking()
            .Where(i => i.ProviderId == user.OrganisationId)
            .Join(db.CallOffs, i => i.CallOffId, c => c.Id, (i, c) => new { i.Declined, CallOff = c });
        var open = invited.Where(i => i.CallOff.State == CallOffState.Published && now < i.CallOff.Deadline);
        var closed = invited.Where(i => i.CallOff.State != CallOffState.Published || now >= i.CallOff.Deadline);
        var sorted = query.Closed == true
            ? closed.OrderByDescending(i => i.CallOff.Deadline).ThenBy(i => i.CallOff.Id)
            : open.OrderBy(i => i.CallOff.Deadline).ThenBy(i => i.CallOff.Id);
        var page = await sorted.OnPage(new PageQuery { Page = query.Page, PageSize = query.PageSize }).ToListAsync(ct);
        var ids = page.Select(i => i.CallOff.Id).ToList();
        var bids = await db.Bids.AsNoTracking()
            .Where(b => b.ProviderId == user.OrganisationId && ids.Contains(b.CallOffId))
            .ToDictionaryAsync(b => b.CallOffId, b => b.State, ct);
        return new OpportunityPageDto(
            await open.CountAsync(ct), await closed.CountAsync(ct),
            [
                .. page.Select(i => ToListItem(
                    i.CallOff, bids.TryGetValue(i.CallOff.Id, out var bid) ? bid : null, i.Declined is not null, now)),
            ]);
    }

    private OpportunityListItemDto ToListItem(CallOff c, BidState? bid, bool declined, DateTime now)
    {
        var needs = c.Needs!;
        return new OpportunityListItemDto(
            c.Id, c.Reference, c.PlacingAuthorityName, c.LotName, needs.AgeBand!.Value, needs.SupportLevel,
            needs.PreferredAreas, needs.MoveInFrom, needs.ExpectedWeeks, c.Deadline,
            c.State == CallOffState.Published && now < c.Deadline, bid, declined && bid != BidState.Submitted,
            OpportunityReader.Outcome(c, user.OrganisationId));
    }

    public Task<OpportunityDto> GetAsync(Guid callOffId, CancellationToken ct) => reader.ReadAsync(callOffId, ct);

    public async Task<OpportunityDto> DeclineAsync(Guid callOffId, DeclineDto input, CancellationToken ct)
    {
        var (invitation, callOff) = await reader.InvitedAsync(callOffId, ct);
        var now = await db.NowAsync(ct);
        BidBox.RefuseWhenShut(callOff, now);
        if (await db.Bids.AnyAsync(
            b => b.CallOffId == callOffId && b.ProviderId == user.OrganisationId && b.State == BidState.Submitted, ct))
        {
            throw new BusinessException(TenderingErrorCodes.WithdrawFirst);
        }

        invitation.Decline(input.Reason, now);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(callOffId, ct);
    }

    public async Task<LetterDto> GetLetterAsync(Guid callOffId, CancellationToken ct)
    {
        await reader.InvitedAsync(callOffId, ct);
        return await db.OutcomeLetters.Where(l => l.CallOffId == callOffId && l.ProviderId == user.OrganisationId)
                .Select(l => l.Letter).SingleOrDefaultAsync(ct)
            ?? throw new EntityNotFoundException(typeof(LetterDto), callOffId);
    }
}
