using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering;

/// <summary>Queues one e-mail to each address of those who are to be told.</summary>
internal sealed class TenderingMail(
    ITenderingDbContext db, IOrganisationIntegrationService organisations, IEmailSender emails)
{
    private static readonly Role[] Bidders = [Role.ProviderAdministrator, Role.ProviderStaff];

    public Task<List<Guid>> InvitedAsync(Guid callOffId, CancellationToken ct) =>
        db.Invitations.Where(i => i.CallOffId == callOffId).Select(i => i.ProviderId).ToListAsync(ct);

    /// <summary>Those who bid for these providers.</summary>
    public async Task TellAsync(IReadOnlyList<Guid> providerIds, string subject, string body, CancellationToken ct)
    {
        foreach (var providerId in providerIds)
        {
            await TellAsync(providerId, Bidders, subject, body, ct);
        }
    }

    public async Task TellAsync(
        Guid organisationId, IReadOnlyList<Role> roles, string subject, string body, CancellationToken ct)
    {
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in roles)
        {
            addresses.UnionWith((await organisations.GetPeopleAsync(organisationId, role, ct)).Select(p => p.Email));
        }

        foreach (var address in addresses)
        {
            await emails.QueueAsync(address, subject, body, ct);
        }
    }
}
