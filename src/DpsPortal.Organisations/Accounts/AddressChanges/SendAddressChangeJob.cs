using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.AddressChanges;

/// <param name="MessageId">The same on every attempt.</param>
/// <param name="NoticeId">The same on every attempt, of the mail to the present address.</param>
/// <param name="Stamp">The account’s security stamp when it was asked for.</param>
internal sealed record SendAddressChangeArgs(Guid MessageId, Guid NoticeId, Guid UserId, string Stamp, string Email);

/// <summary>
/// Looks whether the new address has an account, after the answer has gone: so neither words nor time tell. The present
/// address is told in either case.
/// </summary>
internal sealed class SendAddressChangeJob(
    IOrganisationsDbContext db, IEmailTransport mail, PortalAddress portal, TimeProvider clock)
    : AsyncBackgroundJob<SendAddressChangeArgs>
{
    public override async Task ExecuteAsync(SendAddressChangeArgs args, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hourAgo = now - AddressChange.Lasts;
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == args.UserId && !u.IsDisabled && u.SecurityStamp == args.Stamp, ct);
        if (user is null || await db.AddressChanges.CountAsync(
            c => c.UserId == args.UserId && c.SentAt > hourAgo, ct) >= AddressChange.MaxPerHour)
        {
            return;
        }

        var normalised = args.Email.ToUpperInvariant();
        var (token, hash) = LinkToken.Create();
        db.AddressChanges.Add(new AddressChange(Guid.NewGuid(), user.Id, args.Stamp, args.Email, hash, now));
        await db.SaveChangesAsync(ct);
        await mail.SendAsync(args.NoticeId, user.Email!, "A new email address was asked for", Notice, ct);
        var isTaken = await db.Users.AnyAsync(u => u.NormalizedEmail == normalised, ct);
        await mail.SendAsync(
            args.MessageId, args.Email, "Confirm your new email address", isTaken ? Taken : Link(token), ct);
    }

    private string Link(string token) =>
        $"""
         Somebody asked to sign in to the Supported Accommodation Portal with this email address.

         To confirm it, open this link within an hour. It works once:
         {portal.LinkTo("confirm-new-email", token)}

         Then sign in with it. If it was not you, do nothing. Please do not reply to this e-mail.
         """;

    private string Taken =>
        $"""
         Somebody asked to sign in to the Supported Accommodation Portal with this email address. It has an account
         already, so nothing changes.

         Sign in: {portal.PageOf("sign-in")}
         If it was not you, do nothing. Please do not reply to this e-mail.
         """;

    private string Notice =>
        $"""
         Somebody asked to change the email address of your account at the Supported Accommodation Portal. It changes
         when the new address is confirmed.

         If it was you, do nothing. If not, set a new password at once: {portal.PageOf("forgotten-password")}
         Please do not reply to this e-mail.
         """;
}
