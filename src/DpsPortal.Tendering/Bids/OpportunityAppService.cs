using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

internal sealed class OpportunityAppService(ITenderingDbContext db, OpportunityReader reader, ICurrentUser user)
    : IOpportunityAppService
{
    public async Task<IReadOnlyList<OpportunityListItemDto>> GetListAsync(CancellationToken ct)
    {
        var now = await db.NowAsync(ct);
        var invited = await db.Invitations.AsNoTracking()
            .Where(i => i.ProviderId == user.OrganisationId)
            .Join(db.CallOffs, i => i.CallOffId, c => c.Id, (i, c) => new { i.Declined, CallOff = c })
            .OrderByDescending(i => i.CallOff.Deadline)
            .ToListAsync(ct);
        var bids = await db.Bids.AsNoTracking().Where(b => b.ProviderId == user.OrganisationId)
            .ToDictionaryAsync(b => b.CallOffId, b => b.State, ct);
        return
        [
            .. invited.Select(i =>
            {
                var (c, needs) = (i.CallOff, i.CallOff.Needs!);
                BidState? bid = bids.TryGetValue(c.Id, out var state) ? state : null;
                return new OpportunityListItemDto(
                    c.Id, c.Reference, c.PlacingAuthorityName, c.LotName, needs.AgeBand!.Value, needs.SupportLevel,
                    needs.PreferredAreas, needs.MoveInFrom, needs.ExpectedWeeks, c.Deadline,
                    c.State == CallOffState.Published && now < c.Deadline, bid,
                    i.Declined is not null && bid != BidState.Submitted,
                    OpportunityReader.Outcome(c, user.OrganisationId));
            }),
        ];
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
