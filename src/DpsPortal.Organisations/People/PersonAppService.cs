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
    RoleGiving giving,
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
                    || db.Passkeys.Any(p => p.UserId == person.Id),
                null))
            .ToListAsync(ct);
        var invitations = await OwnInvitations()
            .Where(i => i.State == InvitationState.Open || i.State == InvitationState.Proposed)
            .OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id).AsNoTracking().ToListAsync(ct);
        var proposals = await WaitingProposals().AsNoTracking().ToDictionaryAsync(p => p.UserId, ct);
        var roles = OrganisationRoles.Of((await OrganisationAsync(ct)).Kind);
        return new PeopleDto
        {
            People = [.. people.Select(p => p with { Proposal = ToDto(proposals.GetValueOrDefault(p.Id)) })],
            Invitations = [.. invitations.Select(i => ToDto(i, now))],
            Roles = roles,
            ConfirmedRoles = [.. roles.Where(OrganisationRoles.OfSecondPerson.Contains)],
        };
    }

    public async Task<PeopleDto> InviteAsync(InviteDto input, CancellationToken ct)
    {
        var email = input.Email.Trim();
        var normalised = email.ToUpperInvariant();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await LockAsync(ct);
        var roles = Checked(organisation, input.Roles);
        if (await db.Affiliations.AnyAsync(
            a => a.OrganisationId == user.OrganisationId
                && db.Users.Any(u => u.Id == a.UserId && u.NormalizedEmail == normalised), ct))
        {
            throw new InvalidInputException("email", "This person already belongs to your organisation");
        }

        var invited = await OwnInvitations()
            .Where(i => i.State == InvitationState.Open || i.State == InvitationState.Proposed)
            .Select(i => i.Email).ToListAsync(ct);
        if (invited.Contains(email, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidInputException("email", "This person is already invited. Send the invitation again instead");
        }

        await RefuseTooManyAsync(ct);
        await InviteAsync(organisation, email, roles, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    private async Task RefuseTooManyAsync(CancellationToken ct)
    {
        var dayAgo = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        if (await OwnInvitations().CountAsync(i => i.CreatedAt > dayAgo, ct) >= ColleagueInvitation.MaxPerDay)
        {
            throw new BusinessException(OrganisationsErrorCodes.TooManyInvitations)
                .WithData("most", ColleagueInvitation.MaxPerDay);
        }
    }

    private async Task InviteAsync(Organisation organisation, string email, List<Role> roles, CancellationToken ct)
    {
        var (id, now) = (Guid.NewGuid(), clock.GetUtcNow().UtcDateTime);
        var way = await giving.WayAsync(organisation, roles, concerned: null, ct);
        if (way == WayOfGiving.Proposed)
        {
            db.ColleagueInvitations.Add(
                ColleagueInvitation.Propose(id, organisation.Id, email, roles, user.Id, user.Name, now));
            await giving.AskToConfirmAsync(concerned: null, ct);
            return;
        }

        db.ColleagueInvitations.Add(new ColleagueInvitation(id, organisation.Id, email, roles, now));
        await jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), id), ct: ct);
        if (way == WayOfGiving.ToTheSecondAdministrator)
        {
            await giving.TellOfSecondAdministratorAsync(ct);
        }
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
        (await OwnInvitationAsync(invitationId, ct)).Revoke(user.Id);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> ConfirmInvitationAsync(Guid invitationId, CancellationToken ct)
    {
        var invitation = await OwnInvitationAsync(invitationId, ct);
        invitation.Confirm(user.Id);
        await jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), invitation.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> RefuseInvitationAsync(Guid invitationId, CancellationToken ct)
    {
        (await OwnInvitationAsync(invitationId, ct)).Refuse(user.Id);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> ChangeRolesAsync(Guid userId, ChangeRolesDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await LockAsync(ct);
        var roles = Checked(organisation, input.Roles);
        var colleague = await ColleagueAsync(userId, ct);
        await RefuseLastAdministratorAsync(colleague, roles, ct);
        var way = await giving.WayAsync(organisation, [.. roles.Except(colleague.Roles)], userId, ct);
        await WithdrawWaitingAsync(userId, ct);
        if (way == WayOfGiving.Proposed)
        {
            db.RoleProposals.Add(new RoleProposal(
                Guid.NewGuid(), colleague, roles, user.Id, user.Name, clock.GetUtcNow().UtcDateTime));
            await giving.AskToConfirmAsync(userId, ct);
            await db.SaveChangesAsync(ct);
        }
        else
        {
            if (way == WayOfGiving.ToTheSecondAdministrator)
            {
                organisation.HasSecondAdministrator(clock.GetUtcNow().UtcDateTime);
                await giving.TellOfSecondAdministratorAsync(ct);
            }

            await GiveAsync(colleague, roles, ct);
        }

        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> ConfirmRolesAsync(Guid proposalId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var organisation = await LockAsync(ct);
        var proposal = await OwnProposalAsync(proposalId, ct);
        proposal.Confirm(user.Id);
        var colleague = await ColleagueAsync(proposal.UserId, ct);
        await RefuseLastAdministratorAsync(colleague, proposal.Roles, ct);
        if (proposal.Roles.Contains(Role.SystemAdministrator))
        {
            organisation.HasSecondAdministrator(clock.GetUtcNow().UtcDateTime);
        }

        await GiveAsync(colleague, [.. proposal.Roles], ct);
        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> RefuseRolesAsync(Guid proposalId, CancellationToken ct)
    {
        (await OwnProposalAsync(proposalId, ct)).Refuse(user.Id);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> WithdrawRolesAsync(Guid proposalId, CancellationToken ct)
    {
        (await OwnProposalAsync(proposalId, ct)).Withdraw(user.Id);
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<PeopleDto> RemoveAsync(Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(ct);
        var colleague = await ColleagueAsync(userId, ct);
        await RefuseLastAdministratorAsync(colleague, [], ct);
        await WithdrawWaitingAsync(userId, ct);
        db.Affiliations.Remove(colleague);
        await sessions.EndAsync(userId, ct, organisationId: user.OrganisationId);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(userId, "Remove", ct, before: string.Join(", ", colleague.Roles));
        await transaction.CommitAsync(ct);
        return await GetListAsync(ct);
    }

    private async Task GiveAsync(Affiliation colleague, List<Role> roles, CancellationToken ct)
    {
        var before = string.Join(", ", colleague.Roles);
        colleague.Roles = roles;
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(colleague.UserId, "ChangeRoles", ct, before, string.Join(", ", roles));
    }

    /// <summary>What was proposed before would undo what happens now.</summary>
    private async Task WithdrawWaitingAsync(Guid userId, CancellationToken ct)
    {
        if (await WaitingProposals().SingleOrDefaultAsync(p => p.UserId == userId, ct) is { } waiting)
        {
            waiting.Supersede();
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>
    /// Until the end of the transaction: two administrators cannot remove one another, nor invite the same person, at
    /// the same moment.
    /// </summary>
    private async Task<Organisation> LockAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select 1 from organisations.organisations where id = {user.OrganisationId} for update", ct);
        return await OrganisationAsync(ct);
    }

    private Task<Organisation> OrganisationAsync(CancellationToken ct) =>
        db.Organisations.SingleAsync(o => o.Id == user.OrganisationId, ct);

    /// <exception cref="EntityNotFoundException">No such person, or of another organisation.</exception>
    private async Task<Affiliation> ColleagueAsync(Guid userId, CancellationToken ct)
    {
        var colleague = await db.Affiliations
            .SingleOrDefaultAsync(a => a.UserId == userId && a.OrganisationId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(User), userId);
        return userId == user.Id ? throw new BusinessException(OrganisationsErrorCodes.NotOneself) : colleague;
    }

    private async Task RefuseLastAdministratorAsync(
        Affiliation colleague, IReadOnlyCollection<Role> rolesAfter, CancellationToken ct)
    {
        if (rolesAfter.Any(OrganisationRoles.Administrators.Contains)
            || !colleague.Roles.Exists(OrganisationRoles.Administrators.Contains))
        {
            return;
        }

        var others = await (
            from affiliation in db.Affiliations
            join person in db.Users on affiliation.UserId equals person.Id
            where affiliation.OrganisationId == colleague.OrganisationId && person.Id != colleague.UserId
                && !person.IsDisabled
            select affiliation.Roles).ToListAsync(ct);
        if (!others.Any(roles => roles.Any(OrganisationRoles.Administrators.Contains)))
        {
            throw new BusinessException(OrganisationsErrorCodes.LastAdministrator);
        }
    }

    private IQueryable<ColleagueInvitation> OwnInvitations() =>
        db.ColleagueInvitations.Where(i => i.OrganisationId == user.OrganisationId);

    private IQueryable<RoleProposal> WaitingProposals() => db.RoleProposals
        .Where(p => p.OrganisationId == user.OrganisationId && p.State == RoleProposalState.Proposed);

    /// <exception cref="EntityNotFoundException">No such invitation, or another organisation's.</exception>
    private async Task<ColleagueInvitation> OwnInvitationAsync(Guid id, CancellationToken ct) =>
        await OwnInvitations().SingleOrDefaultAsync(i => i.Id == id, ct)
        ?? throw new EntityNotFoundException(typeof(ColleagueInvitation), id);

    /// <exception cref="EntityNotFoundException">No such proposal, or another organisation's.</exception>
    private async Task<RoleProposal> OwnProposalAsync(Guid id, CancellationToken ct) =>
        await db.RoleProposals.SingleOrDefaultAsync(p => p.Id == id && p.OrganisationId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(RoleProposal), id);

    private static List<Role> Checked(Organisation organisation, IReadOnlyList<Role> wanted) =>
        wanted.All(OrganisationRoles.Of(organisation.Kind).Contains)
            ? [.. wanted.Distinct().Order()]
            : throw new InvalidInputException("roles", "Choose roles that your organisation has");

    private RoleProposalDto? ToDto(RoleProposal? proposal) => proposal is null
        ? null
        : new RoleProposalDto(
            proposal.Id, proposal.Roles, proposal.ProposedByName, proposal.ProposedAt, proposal.PermittedTo(user.Id));

    private InvitationDto ToDto(ColleagueInvitation invitation, DateTime now) => new(
        invitation.Id,
        invitation.Email,
        invitation.Roles,
        invitation.State,
        invitation.ProposedByName,
        invitation.ExpiresAt,
        invitation.ExpiresAt <= now,
        invitation.PermittedTo(user.Id));
}
