using System.Globalization;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

/// <param name="MessageId">The same on every attempt.</param>
internal sealed record SendReferenceLinkArgs(Guid MessageId, Guid RequestId);

/// <summary>Makes the link and hands it to the relay; queued, its secret would lie in the outbox.</summary>
internal sealed class SendReferenceLinkJob(
    IAccreditationDbContext db, IEmailTransport mail, ILinkIntegrationService links, TimeProvider clock)
    : AsyncBackgroundJob<SendReferenceLinkArgs>
{
    /// <summary>The address of the page without an account.</summary>
    public const string Page = "reference";

    public override async Task ExecuteAsync(SendReferenceLinkArgs args, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await db.ReferenceRequests.SingleAsync(r => r.Id == args.RequestId, ct);
        if (request.State != ReferenceState.Asked || request.HasExpired(now))
        {
            return;
        }

        var link = links.Create(Page);
        request.Send(link.Hash, now);
        await db.SaveChangesAsync(ct);
        var lastDay = LondonTime.DateOf(request.ExpiresAt!.Value).AddDays(-1);
        await mail.SendAsync(
            args.MessageId,
            request.RefereeEmail,
            $"{(request.RefereeRemindedAt is null ? "A reference" : "Reminder: a reference")} for {request.ProviderName}",
            $"""
             Dear {request.RefereeName},

             {request.ProviderName} needs references for {request.SchemeName}, run by {request.HostAuthorityName}.
             It says that {request.AuthorityName} has placed young people with it, and names you as its referee.

             To give a reference, open this link. You need no account. It works once, until the end of {Text(lastDay)},
             and takes the place of any link we sent you before:
             {link.Address}

             {request.HostAuthorityName} reads what you write. {request.ProviderName} is told only that it has come
             and whether it counts.
             If you do not know {request.ProviderName}, do nothing. Please do not reply to this e-mail.
             """,
            ct);
    }

    private static string Text(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
