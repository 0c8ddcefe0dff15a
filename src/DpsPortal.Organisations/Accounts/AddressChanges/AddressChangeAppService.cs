using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.AddressChanges;

internal sealed class AddressChangeAppService(
    IOrganisationsDbContext db,
    ICurrentUser current,
    IBackgroundJobManager jobs,
    IEmailSender mail,
    SessionStore sessions,
    SignInThrottle throttle,
    AccountAudit audit,
    TimeProvider clock) : IAddressChangeAppService
{
    public async Task RequestAsync(ChangeEmailDto input, string network, CancellationToken ct)
    {
        var email = input.Email.Trim();
        throttle.CountRequest(email, network);
        var own = await db.Users.Where(u => u.Id == current.Id).Select(u => new { u.Email, u.SecurityStamp }).SingleAsync(ct);
        if (string.Equals(email, own.Email, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidInputException("email", "This is your email address already");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await jobs.EnqueueAsync(
            new SendAddressChangeArgs(Guid.NewGuid(), Guid.NewGuid(), current.Id, own.SecurityStamp!, email), ct: ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(current.Id, "RequestEmail", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task ConfirmAsync(ConfirmEmailDto input, string network, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        var (hash, now) = (LinkToken.HashOf(input.Token), clock.GetUtcNow().UtcDateTime);
        var change = await db.AddressChanges.AsNoTracking()
            .SingleOrDefaultAsync(c => c.TokenHash == hash && c.ExpiresAt > now, ct);
        var user = change is null
            ? null
            : await db.Users.SingleOrDefaultAsync(
                u => u.Id == change.UserId && !u.IsDisabled && u.SecurityStamp == change.Stamp, ct);
        var normalised = change?.Email.ToUpperInvariant();
        if (user is null || await db.Users.AnyAsync(u => u.NormalizedEmail == normalised, ct))
        {
            throttle.FailedGuess(network);
            await audit.RefusedAsync(user?.Id ?? Guid.Empty, "ChangeEmail", OrganisationsErrorCodes.LinkNotValid, ct);
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var before = user.Email!;
        Change(user, change!.Email);

        // What was sent to the old address opens nothing any more; of two links at once, the second finds none.
        await db.ResetLinks.Where(l => l.UserId == user.Id).ExecuteDeleteAsync(ct);
        if (await db.AddressChanges.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(ct) == 0)
        {
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        await sessions.EndAsync(user.Id, ct);
        await mail.QueueAsync(before, "Your email address was changed", Notice, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "ChangeEmail", ct);
        await transaction.CommitAsync(ct);
    }

    private static void Change(User user, string email)
    {
        (user.Email, user.UserName) = (email, email);
        (user.NormalizedEmail, user.NormalizedUserName) = (email.ToUpperInvariant(), email.ToUpperInvariant());
        (user.EmailConfirmed, user.SecurityStamp) = (true, Guid.NewGuid().ToString("N"));
    }

    private const string Notice =
        """
        The email address of your account at the Supported Accommodation Portal was changed. You sign in with the new
        one from now on.

        If it was not you, tell an administrator of your organisation at once.
        Please do not reply to this e-mail.
        """;
}
