using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Authorities;

internal sealed class AuthorityAppService(
    IOrganisationsDbContext db, ICurrentUser user, IBackgroundJobManager jobs, TimeProvider clock) : IAuthorityAppService
{
    public async Task<IReadOnlyList<AuthorityDto>> GetListAsync(CancellationToken ct) =>
        await db.Organisations.Where(o => o.Kind == OrganisationKind.Authority)
            .OrderBy(o => o.Name)
            .Select(o => new AuthorityDto(
                o.Id, o.Name, o.Code ?? "", db.Affiliations.Any(a => a.OrganisationId == o.Id)))
            .ToListAsync(ct);

    public async Task<AuthorityDto> AddAsync(AddAuthorityDto input, CancellationToken ct)
    {
        var name = string.Join(' ', input.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (await db.Organisations.AnyAsync(o => o.Code == input.Code, ct))
        {
            throw new InvalidInputException("code", "Another authority has this code. Enter a different one");
        }

        var names = await db.Organisations.Where(o => o.Kind == OrganisationKind.Authority)
            .Select(o => o.Name).ToListAsync(ct);
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidInputException("name", "This authority is there already. Choose it from the list");
        }

        var authority = Organisation.AddedBy(user.OrganisationId, Guid.NewGuid(), name, input.Code);
        db.Organisations.Add(authority);
        await InviteAsync(authority.Id, input.AdministratorEmail, ct);
        await db.SaveChangesAsync(ct);
        return new AuthorityDto(authority.Id, authority.Name, input.Code, Joined: false);
    }

    public async Task<AuthorityDto> InviteAsync(Guid id, InviteAdministratorDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"select 1 from organisations.organisations where id = {id} for update", ct);
        var authority = await db.Organisations
            .SingleOrDefaultAsync(o => o.Id == id && o.AddedById == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Organisation), id);
        if (await db.Affiliations.AnyAsync(a => a.OrganisationId == id, ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.AuthorityHasJoined).WithData("authority", authority.Name);
        }

        var open = await db.ColleagueInvitations
            .Where(i => i.OrganisationId == id && i.State == InvitationState.Open).ToListAsync(ct);
        open.ForEach(invitation => invitation.Revoke(user.Id));
        await db.SaveChangesAsync(ct);
        await InviteAsync(id, input.AdministratorEmail, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new AuthorityDto(id, authority.Name, authority.Code ?? "", Joined: false);
    }

    private Task InviteAsync(Guid authorityId, string email, CancellationToken ct)
    {
        var invitation = new ColleagueInvitation(
            Guid.NewGuid(), authorityId, email.Trim(), [Role.SystemAdministrator], clock.GetUtcNow().UtcDateTime);
        db.ColleagueInvitations.Add(invitation);
        return jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), invitation.Id), ct: ct);
    }
}
