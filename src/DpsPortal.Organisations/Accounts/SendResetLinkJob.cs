using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

/// <param name="MessageId">The same on every attempt.</param>
internal sealed record SendResetLinkArgs(Guid MessageId, string Email);

/// <summary>
/// Looks whether the address has an account, after the answer has gone: so neither words nor time tell. The link goes
/// straight to the relay; queued, its secret would lie in the outbox.
/// </summary>
internal sealed class SendResetLinkJob(
    IOrganisationsDbContext db, IEmailTransport mail, IAuditTrail audit, PortalAddress portal, TimeProvider clock)
    : AsyncBackgroundJob<SendResetLinkArgs>
{
    public override async Task ExecuteAsync(SendResetLinkArgs args, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var address = args.Email.Trim().ToUpperInvariant();
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == address && !u.IsDisabled, ct);
        var hourAgo = now - ResetLink.Lasts;
        if (user is null
            || await db.ResetLinks.CountAsync(l => l.UserId == user.Id && l.SentAt > hourAgo, ct) >= ResetLink.MaxPerHour)
        {
            return;
        }

        var (token, hash) = LinkToken.Create();
        db.ResetLinks.Add(new ResetLink(Guid.NewGuid(), user.Id, hash, now));
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(nameof(User), user.Id, new AuditEntry("SendResetLink", null, null, null), ct);
        await mail.SendAsync(
            args.MessageId,
            user.Email!,
            "Set a new password",
            $"""
             Somebody asked for a new password for this email address at the Supported Accommodation Portal.

             To set one, open this link within an hour. It works once:
             {portal.LinkTo("reset-password", token)}

             Then sign in. If it was not you, do nothing: your password stays as it is.
             Please do not reply to this e-mail.
             """,
            ct);
    }
}
