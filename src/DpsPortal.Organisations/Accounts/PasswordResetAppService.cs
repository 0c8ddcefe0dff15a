using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class PasswordResetAppService(
    IOrganisationsDbContext db,
    IBackgroundJobManager jobs,
    AccountAudit audit,
    PasswordChecker passwords,
    SignInThrottle throttle,
    SessionStore sessions,
    TimeProvider clock) : IPasswordResetAppService
{
    public async Task RequestAsync(ForgottenPasswordDto input, string network, CancellationToken ct)
    {
        throttle.CountRequest(input.Email, network);
        await jobs.EnqueueAsync(new SendResetLinkArgs(Guid.NewGuid(), input.Email), ct: ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task ResetAsync(ResetPasswordDto input, string network, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        var (hash, now) = (LinkToken.HashOf(input.Token), clock.GetUtcNow().UtcDateTime);
        var user = await (
            from link in db.ResetLinks
            join person in db.Users on link.UserId equals person.Id
            where link.TokenHash == hash && link.ExpiresAt > now && !person.IsDisabled
            select person).SingleOrDefaultAsync(ct);
        if (user is null)
        {
            throttle.FailedGuess(network);
            await audit.RefusedAsync(Guid.Empty, "ResetPassword", OrganisationsErrorCodes.LinkNotValid, ct);
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        PasswordRules.Check(input.Password, user.Email!, user.Name);
        var newHash = await passwords.HashAsync(input.Password, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // All links of the person end with the first that is used; of two at once, the second finds none.
        if (await db.ResetLinks.Where(l => l.UserId == user.Id).ExecuteDeleteAsync(ct) == 0)
        {
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        (user.PasswordHash, user.SecurityStamp, user.EmailConfirmed) = (newHash, Guid.NewGuid().ToString("N"), true);
        await sessions.EndAsync(user.Id, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "ResetPassword", ct);
        await transaction.CommitAsync(ct);
        throttle.Succeeded(user.Email!, network);
    }
}
