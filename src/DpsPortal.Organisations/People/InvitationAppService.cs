using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

internal sealed class InvitationAppService(
    IOrganisationsDbContext db,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    TimeProvider clock) : IInvitationAppService
{
    public async Task<InvitationOfferDto> ReadAsync(ReadInvitationDto input, string network, CancellationToken ct)
    {
        var invitation = await FindAsync(input.Token, network, ct);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        return new InvitationOfferDto(
            organisation.Name, invitation.Email, await AccountAsync(invitation.Email, ct) is not null);
    }

    public async Task AcceptAsync(AcceptInvitationDto input, string network, CancellationToken ct)
    {
        var invitation = await FindAsync(input.Token, network, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var account = await AccountAsync(invitation.Email, ct);
        if (account is null)
        {
            account = await CreateAsync(invitation.Email, input, ct);
            db.Users.Add(account);
        }

        invitation.Accept(now);
        if (!account.Affiliations.Exists(a => a.OrganisationId == invitation.OrganisationId))
        {
            account.Affiliations.Add(new Affiliation
            {
                OrganisationId = invitation.OrganisationId,
                Roles = invitation.Roles,
                Since = now,
            });
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (invitation.Roles.Contains(Role.SystemAdministrator)
            && await db.Affiliations.AnyAsync(a => a.OrganisationId == invitation.OrganisationId, ct))
        {
            (await db.Organisations.SingleAsync(o => o.Id == invitation.OrganisationId, ct)).HasSecondAdministrator(now);
        }

        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(account.Id, "Join", ct, after: string.Join(", ", invitation.Roles));
        await transaction.CommitAsync(ct);
    }

    private async Task<ColleagueInvitation> FindAsync(string token, string network, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        var (hash, now) = (LinkToken.HashOf(token), clock.GetUtcNow().UtcDateTime);
        var found = await db.ColleagueInvitations.SingleOrDefaultAsync(
            i => i.TokenHash == hash && i.State == InvitationState.Open && i.ExpiresAt > now, ct);
        if (found is not null)
        {
            return found;
        }

        throttle.FailedGuess(network);
        await audit.RefusedAsync(Guid.Empty, "Join", OrganisationsErrorCodes.LinkNotValid, ct);
        throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
    }

    private Task<User?> AccountAsync(string email, CancellationToken ct)
    {
        var normalised = email.ToUpperInvariant();
        return db.Users.Include(u => u.Affiliations)
            .SingleOrDefaultAsync(u => u.NormalizedEmail == normalised && !u.IsDisabled, ct);
    }

    private async Task<User> CreateAsync(string email, AcceptInvitationDto input, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Name))
        {
            throw new InvalidInputException("name", "Enter your full name");
        }

        PasswordRules.Check(input.Password ?? "", email, input.Name);
        return NewAccount.Of(email, input.Name, await passwords.HashAsync(input.Password!, ct));
    }
}
