using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

/// <param name="MessageId">The same on every attempt.</param>
internal sealed record SendConfirmationArgs(Guid MessageId, Guid RegistrationId);

/// <summary>
/// Looks whether the address has an account, after the answer has gone: so neither words nor time tell. Its owner is
/// told in either case.
/// </summary>
internal sealed class SendConfirmationJob(
    IOrganisationsDbContext db, IEmailTransport mail, PortalAddress portal, TimeProvider clock)
    : AsyncBackgroundJob<SendConfirmationArgs>
{
    public override async Task ExecuteAsync(SendConfirmationArgs args, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Registrations.Where(r => r.CreatedAt < now - Registration.Lasts).ExecuteDeleteAsync(ct);
        var registration = await db.Registrations.SingleOrDefaultAsync(r => r.Id == args.RegistrationId, ct);
        if (registration is null || await EarlierAsync(registration, ct) >= Registration.MaxPerDay)
        {
            return;
        }

        var address = registration.Email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == address, ct))
        {
            db.Registrations.Remove(registration);
            await db.SaveChangesAsync(ct);
            await mail.SendAsync(args.MessageId, registration.Email, "You have an account already", Known, ct);
            return;
        }

        var (token, hash) = LinkToken.Create();
        registration.Send(hash, now);
        await db.SaveChangesAsync(ct);
        await mail.SendAsync(args.MessageId, registration.Email, "Confirm your email address", Unknown(token), ct);
    }

    /// <summary>Of the same address within a day. Only those before it count, so that many at once never silence all.</summary>
    private Task<int> EarlierAsync(Registration registration, CancellationToken ct)
    {
        var (id, email, at) = (registration.Id, registration.Email, registration.CreatedAt);
        var dayBefore = at.AddDays(-1);
        return db.Registrations.CountAsync(
            r => r.Email == email && r.CreatedAt > dayBefore
                && (r.CreatedAt < at || (r.CreatedAt == at && r.Id.CompareTo(id) < 0)),
            ct);
    }

    private string Known =>
        $"""
         Somebody registered with this email address at the Supported Accommodation Portal. It has an account already.

         Sign in: {portal.PageOf("sign-in")}
         If you forgot the password: {portal.PageOf("forgotten-password")}
         To join another organisation, ask an administrator there for an invitation.

         If it was not you, do nothing. Please do not reply to this e-mail.
         """;

    private string Unknown(string token) =>
        $"""
         Somebody registered with this email address at the Supported Accommodation Portal.

         To confirm the address and set a password, open this link within 2 days. It works once:
         {portal.LinkTo("confirm-email", token)}

         Then sign in. If it was not you, do nothing: no account is made.
         Please do not reply to this e-mail.
         """;
}
