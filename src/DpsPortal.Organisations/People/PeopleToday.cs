using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

/// <summary>
/// Roles that wait for a second administrator: for each but who proposed them and whom they concern. Source: decision 17.
/// </summary>
internal sealed class PeopleToday(IOrganisationsDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(OrganisationsPermissions.People.Manage))
        {
            return [];
        }

        var invitations = await db.ColleagueInvitations.AsNoTracking()
            .Where(i => i.OrganisationId == user.OrganisationId && i.State == InvitationState.Proposed
                && i.ProposedById != user.Id)
            .OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Take(ITodaySource.MostItems)
            .Select(i => new { i.Email, i.ProposedByName })
            .ToListAsync(ct);
        var proposals = await (
            from proposal in db.RoleProposals.AsNoTracking()
            join person in db.Users on proposal.UserId equals person.Id
            where proposal.OrganisationId == user.OrganisationId && proposal.State == RoleProposalState.Proposed
                && proposal.ProposedById != user.Id && proposal.UserId != user.Id
            orderby proposal.ProposedAt, proposal.Id
            select new { person.Name, proposal.ProposedByName })
            .Take(ITodaySource.MostItems)
            .ToListAsync(ct);
        return
        [
            .. invitations.Select(i => new TodayItemDto("People.ConfirmInvitation", null, i.Email, i.ProposedByName)),
            .. proposals.Select(p => new TodayItemDto("People.ConfirmRoles", null, p.Name, p.ProposedByName)),
        ];
    }
}
