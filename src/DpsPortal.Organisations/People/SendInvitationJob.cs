using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

/// <param name="MessageId">The same on every attempt.</param>
internal sealed record SendInvitationArgs(Guid MessageId, Guid InvitationId);

/// <summary>Makes the link and hands it to the relay; queued, its secret would lie in the outbox.</summary>
internal sealed class SendInvitationJob(
    IOrganisationsDbContext db, IEmailTransport mail, PortalAddress portal, TimeProvider clock)
    : AsyncBackgroundJob<SendInvitationArgs>
{
    public override async Task ExecuteAsync(SendInvitationArgs args, CancellationToken ct)
    {
        var invitation = await db.ColleagueInvitations.SingleAsync(i => i.Id == args.InvitationId, ct);
        if (invitation.State != InvitationState.Open)
        {
            return;
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == invitation.OrganisationId, ct);
        var (token, hash) = LinkToken.Create();
        invitation.Send(hash, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        await mail.SendAsync(
            args.MessageId,
            invitation.Email,
            $"Join {organisation.Name}",
            $"""
             {organisation.Name} invites you to the Supported Accommodation Portal.

             To join, open this link within 7 days. It works once:
             {portal.LinkTo("invitation", token)}

             Then sign in. If you do not know {organisation.Name}, do nothing.
             Please do not reply to this e-mail.
             """,
            ct);
    }
}
