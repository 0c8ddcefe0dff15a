using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class AccountAppService(
    IOrganisationsDbContext db,
    ActingUser user,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    SecondFactors factors,
    PendingProofs proofs,
    SessionStarter starter,
    SessionFactors sessionFactors,
    PermissionTable permissions,
    TimeProvider clock) : IAccountAppService
{
    public async Task<FirstStep?> SignInAsync(SignInDto input, string network, string device, CancellationToken ct)
    {
        throttle.Enter(input.Email, network);
        var normalised = input.Email.Trim().ToUpperInvariant();
        var found = await db.Users.AsNoTracking().Include(u => u.Affiliations)
            .SingleOrDefaultAsync(u => u.NormalizedEmail == normalised, ct);
        if (!await passwords.IsRightAsync(found, input.Password, ct) || found!.Affiliations.Count == 0)
        {
            await audit.RefusedAsync(found?.Id ?? Guid.Empty, "SignIn", OrganisationsErrorCodes.SignInFailed, ct);
            return null;
        }

        throttle.Succeeded(input.Email, network);
        var methods = await factors.MethodsAsync(found.Id, ct);
        if (methods.Count > 0)
        {
            var pending = await proofs.BeginAsync(ProofPurpose.SecondStep, found, question: null, ct);
            await db.SaveChangesAsync(ct);
            return new FirstStep(null, pending, methods);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var signedIn = await starter.StartAsync(found, device, "password", factorSince: null, ct);
        await transaction.CommitAsync(ct);
        return signedIn is null ? null : new FirstStep(signedIn, null, []);
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
            Permissions = sessionFactors.MustSetUp
                ? []
                : [.. permissions.Of(user.Roles).Order(StringComparer.Ordinal)],
            MustSetUpSecondFactor = sessionFactors.MustSetUp,
            ServerTime = now,
        };
    }
}
