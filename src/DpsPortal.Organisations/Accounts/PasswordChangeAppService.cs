using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class PasswordChangeAppService(
    IOrganisationsDbContext db,
    ICurrentUser current,
    SessionStore sessions,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    FactorMail mail) : IPasswordChangeAppService
{
    public async Task<SignedIn> ChangeAsync(
        ChangePasswordDto input, Guid currentSession, string network, CancellationToken ct)
    {
        var session = await sessions.Living(current.Id).SingleOrDefaultAsync(s => s.Id == currentSession, ct)
            ?? throw new EntityNotFoundException(typeof(Session), currentSession);
        var user = await db.Users.SingleAsync(u => u.Id == current.Id, ct);
        throttle.Enter(user.Email!, network);
        if (!await passwords.IsRightAsync(user, input.CurrentPassword, ct))
        {
            await audit.RefusedAsync(user.Id, "ChangePassword", OrganisationsErrorCodes.SignInFailed, ct);
            throw new InvalidInputException("currentPassword", "The password is not right");
        }

        throttle.Succeeded(user.Email!, network);
        PasswordRules.Check(input.Password, user.Email!, user.Name);
        var hash = await passwords.HashAsync(input.Password, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        (user.PasswordHash, user.SecurityStamp) = (hash, Guid.NewGuid().ToString("N"));
        await db.ResetLinks.Where(l => l.UserId == user.Id).ExecuteDeleteAsync(ct);
        await sessions.EndAsync(user.Id, ct, except: currentSession);
        var next = sessions.Continue(session, session.OrganisationId);
        await mail.PasswordChangedAsync(user, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "ChangePassword", ct);
        await transaction.CommitAsync(ct);
        return new SignedIn(
            new Actor(user.Id, user.Name, current.OrganisationId, current.OrganisationName, [.. current.Roles]),
            user.SecurityStamp,
            next.Id);
    }
}
