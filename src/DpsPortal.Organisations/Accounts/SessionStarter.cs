using DpsPortal.Framework.Application;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

/// <summary>Begins the session of somebody who has proved who they are, within the caller's transaction.</summary>
internal sealed class SessionStarter(
    IOrganisationsDbContext db, ActingUser acting, SessionStore sessions, AccountAudit audit)
{
    /// <param name="how">What it was proved with, for the audit trail.</param>
    /// <param name="factorSince">See <see cref="Session.FactorSince"/>.</param>
    /// <returns>Null where the account has ended or belongs to no organisation.</returns>
    public async Task<SignedIn?> StartAsync(
        User user, string device, string how, DateTime? factorSince, CancellationToken ct)
    {
        var affiliation = await db.Affiliations.Where(a => a.UserId == user.Id)
            .OrderBy(a => a.Since).ThenBy(a => a.OrganisationId).FirstOrDefaultAsync(ct);
        if (affiliation is null || user.IsDisabled)
        {
            return null;
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == affiliation.OrganisationId, ct);
        var actor = new Actor(user.Id, user.Name, organisation.Id, organisation.Name, affiliation.Roles);
        acting.ActAs(actor);
        var session = await sessions.StartAsync(user.Id, organisation.Id, device, factorSince, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "SignIn", ct, after: $"{device}, by {how}");
        return new SignedIn(actor, user.SecurityStamp!, session.Id);
    }
}
