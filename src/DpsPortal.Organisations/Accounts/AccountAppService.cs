using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class AccountAppService(
    IOrganisationsDbContext db,
    ActingUser user,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    SessionStore sessions,
    PermissionTable permissions,
    TimeProvider clock) : IAccountAppService
{
    public async Task<SignedIn?> SignInAsync(SignInDto input, string network, string device, CancellationToken ct)
    {
        throttle.Enter(input.Email, network);
        var normalised = input.Email.Trim().ToUpperInvariant();
        var found = await db.Users.AsNoTracking().Include(u => u.Affiliations)
            .SingleOrDefaultAsync(u => u.NormalizedEmail == normalised, ct);
        var affiliation = found?.Affiliations.OrderBy(a => a.Since).ThenBy(a => a.OrganisationId).FirstOrDefault();
        if (!await passwords.IsRightAsync(found, input.Password, ct) || affiliation is null)
        {
            await audit.RefusedAsync(found?.Id ?? Guid.Empty, "SignIn", OrganisationsErrorCodes.SignInFailed, ct);
            return null;
        }

        throttle.Succeeded(input.Email, network);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == affiliation.OrganisationId, ct);
        var actor = new Actor(found!.Id, found.Name, organisation.Id, organisation.Name, affiliation.Roles);
        user.ActAs(actor);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var session = await sessions.StartAsync(found.Id, organisation.Id, device, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(found.Id, "SignIn", ct, after: device);
        await transaction.CommitAsync(ct);
        return new SignedIn(actor, found.SecurityStamp!, session.Id);
    }

    public async Task SignOutAsync(Guid sessionId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Sessions.Where(s => s.Id == sessionId && s.UserId == user.Id).ExecuteDeleteAsync(ct);
        await audit.DoneAsync(user.Id, "SignOut", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task<SessionDto> GetSessionAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (user.Actor is not { } actor)
        {
            return new SessionDto
            {
                User = null,
                Organisation = null,
                Organisations = [],
                Roles = [],
                Permissions = [],
                ServerTime = now,
            };
        }

        var person = await db.Users.SingleAsync(u => u.Id == actor.UserId, ct);
        var organisations = await (
            from affiliation in db.Affiliations
            join organisation in db.Organisations on affiliation.OrganisationId equals organisation.Id
            where affiliation.UserId == actor.UserId
            orderby organisation.Name
            select new SessionOrganisationDto(organisation.Id, organisation.Name, organisation.Kind)).ToListAsync(ct);
        return new SessionDto
        {
            User = new SessionUserDto(person.Id, person.Name, person.Email!),
            Organisation = organisations.Single(o => o.Id == actor.OrganisationId),
            Organisations = organisations,
            Roles = actor.Roles,
            Permissions = [.. permissions.Of(user.Roles).Order(StringComparer.Ordinal)],
            ServerTime = now,
        };
    }
}
