using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

internal sealed class PersonAppService(
    IOrganisationsDbContext db,
    ICurrentUser user,
    IBackgroundJobManager jobs,
    SessionStore sessions,
    AccountAudit audit,
    TimeProvider clock) : IPersonAppService
{
    public async Task<PeopleDto> GetListAsync(CancellationToken ct)
    {
        var (now, me, organisationId) = (clock.GetUtcNow().UtcDateTime, user.Id, user.OrganisationId);
        var people = await (
            from affiliation in db.Affiliations
            join person in db.Users on affiliation.UserId equals person.Id
            where affiliation.OrganisationId == organisationId && !person.IsDisabled
            orderby person.Name, person.Id
            select new ColleagueDto(
                person.Id,
                person.Name,
                person.Email!,
                affiliation.Roles,
                affiliation.Since,
                person.Id == me,
                db.Authenticators.Any(a => a.UserId == person.Id && a.ConfirmedAt != null)
                    || db.Passkeys.Any(p => p.UserId == person.Id)))
            .ToListAsync(ct);
        var invitations = await OwnInvitations().Where(i => i.State == InvitationState.Open)
            .OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id).AsNoTracking().ToListAsync(ct);
        return new PeopleDto
        {
            People = people,
            Invitations = [.. invitations.Select(i => ToDto(i, now))],
            Roles = await RolesAsync(ct),
        };
    }

    public async Task<PeopleDto> InviteAsync(InviteDto input, CancellationToken ct)
    {
        var email = input.Email.Trim();
        var (roles, normalised) = (await CheckedAsync(input.Roles, ct), email.ToUpperInvariant());
        if (await db.Affiliations.AnyAsync(
            a => a.OrganisationId == user.OrganisationId
                && db.Users.Any(u => u.Id == a.UserId && u.NormalizedEmail == normalised), ct))
        {
            throw new InvalidInputException("email", "This person already belongs to your organisation");
        }

        var invited = await OwnInvitations().Where(i => i.State == InvitationState.Open)
            .Select(i => i.Email).ToListAsync(ct);
        if (invited.Contains(email, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidInputException("email", "This person is already invited. Send the invitation again instead");
        }

        var invitation = new ColleagueInvitation(
            Guid.NewGuid(), user.OrganisationId, email, roles, clock.GetUtcNow().UtcDateTime);
        db.ColleagueInvitations.Add(invitation);
        await jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), invitation.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> ResendAsync(Guid invitationId, CancellationToken ct)
    {
        var invitation = await OwnInvitationAsync(invitationId, ct);
        invitation.Resend();
        await jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), invitation.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> RevokeAsync(Guid invitationId, CancellationToken ct)
    {
        (await OwnInvitationAsync(invitationId, ct)).Revoke();
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> ChangeRolesAsync(Guid userId, ChangeRolesDto input, CancellationToken ct)
    {
        var roles = await CheckedAsync(input.Roles, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var colleague = await ColleagueAsync(userId, ct);
        if (!roles.Any(OrganisationRoles.Administrators.Contains))
        {
            await RefuseLastAdministratorAsync(colleague, ct);
        }

        var before = string.Join(", ", colleague.Roles);
        colleague.Roles = roles;
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(userId, "ChangeRoles", ct, before, string.Join(", ", roles));
        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> RemoveAsync(Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var colleague = await ColleagueAsync(userId, ct);
        await RefuseLastAdministratorAsync(colleague, ct);
        db.Affiliations.Remove(colleague);
        await sessions.EndAsync(userId, ct, organisationId: user.OrganisationId);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(userId, "Remove", ct, before: string.Join(", ", colleague.Roles));
        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    /// <summary>Locks the organisation: two administrators cannot remove one another at the same moment.</summary>
    /// <exception cref="EntityNotFoundException">No such person, or of another organisation.</exception>
    private async Task<Affiliation> ColleagueAsync(Guid userId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select 1 from organisations.organisations where id = {user.OrganisationId} for update", ct);
        var colleague = await db.Affiliations
            .SingleOrDefaultAsync(a => a.UserId == userId && a.OrganisationId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(User), userId);
        return userId == user.Id ? throw new BusinessException(OrganisationsErrorCodes.NotOneself) : colleague;
    }

    private async Task RefuseLastAdministratorAsync(Affiliation colleague, CancellationToken ct)
    {
        var others = await (
            from affiliation in db.Affiliations
            join person in db.Users on affiliation.UserId equals person.Id
            where affiliation.OrganisationId == colleague.OrganisationId && person.Id != colleague.UserId
                && !person.IsDisabled
            select affiliation.Roles).ToListAsync(ct);
        if (colleague.Roles.Any(OrganisationRoles.Administrators.Contains)
            && !others.Any(roles => roles.Any(OrganisationRoles.Administrators.Contains)))
        {
            throw new BusinessException(OrganisationsErrorCodes.LastAdministrator);
        }
    }

    private IQueryable<ColleagueInvitation> OwnInvitations() =>
        db.ColleagueInvitations.Where(i => i.OrganisationId == user.OrganisationId);

    /// <exception cref="EntityNotFoundException">No such invitation, or another organisation's.</exception>
    private async Task<ColleagueInvitation> OwnInvitationAsync(Guid id, CancellationToken ct) =>
        await OwnInvitations().SingleOrDefaultAsync(i => i.Id == id, ct)
        ?? throw new EntityNotFoundException(typeof(ColleagueInvitation), id);

    private async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken ct) => OrganisationRoles.Of(
        (await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == user.OrganisationId, ct)).Kind);

    private async Task<List<Role>> CheckedAsync(IReadOnlyList<Role> wanted, CancellationToken ct)
    {
        var possible = await RolesAsync(ct);
        return wanted.All(possible.Contains)
            ? [.. wanted.Distinct().Order()]
            : throw new InvalidInputException("roles", "Choose roles that your organisation has");
    }

    private static InvitationDto ToDto(ColleagueInvitation invitation, DateTime now) => new(
        invitation.Id,
        invitation.Email,
        invitation.Roles,
        invitation.ExpiresAt,
        invitation.ExpiresAt <= now,
        InvitationStates.Transitions.PermittedTriggers(invitation.State));
}
