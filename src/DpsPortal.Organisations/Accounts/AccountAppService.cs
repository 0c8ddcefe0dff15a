using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class AccountAppService(
    IOrganisationsDbContext db,
    ActingUser user,
    PasswordChecker passwords,
    SignInThrottle throttle,
    IRefusalAudit refusals,
    PermissionTable permissions,
    TimeProvider clock) : IAccountAppService
{
    public async Task<SignedIn?> SignInAsync(SignInDto input, string network, CancellationToken ct)
    {
        if (throttle.Refuses(input.Email, network))
        {
            throw new TooManyAttemptsException();
        }

        var normalised = input.Email.Trim().ToUpperInvariant();
        var found = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalised, ct);
        if (!await passwords.IsRightAsync(found, input.Password, ct))
        {
            throttle.Failed(input.Email, network);
            await refusals.RecordRefusalAsync(
                nameof(User), found?.Id ?? Guid.Empty, "SignIn", OrganisationsErrorCodes.SignInFailed, ct);
            return null;
        }

        throttle.Succeeded(input.Email);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == found!.OrganisationId, ct);
        var actor = new Actor(found!.Id, found.Name, organisation.Id, organisation.Name, found.Roles);
        return new SignedIn(actor, found.SecurityStamp!, found.Email!);
    }

    public async Task<SessionDto> GetSessionAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (user.Actor is not { } actor)
        {
            return new SessionDto { User = null, Organisation = null, Roles = [], Permissions = [], ServerTime = now };
        }

        var person = await db.Users.SingleAsync(u => u.Id == actor.UserId, ct);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, ct);
        return new SessionDto
        {
            User = new SessionUserDto(person.Id, person.Name, person.Email!),
            Organisation = new SessionOrganisationDto(organisation.Id, organisation.Name, organisation.Kind),
            Roles = actor.Roles,
            Permissions = [.. permissions.Of(user.Roles).Order(StringComparer.Ordinal)],
            ServerTime = now,
        };
    }
}
