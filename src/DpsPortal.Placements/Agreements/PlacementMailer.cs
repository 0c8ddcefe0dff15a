using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Placements.Integration;

namespace DpsPortal.Placements.Agreements;

/// <summary>Tells a provider by e-mail that a placement ends; when and why it reads signed in.</summary>
internal sealed class PlacementMailer(IOrganisationIntegrationService organisations, IEmailSender mail)
    : IDistributedEventHandler<PlacementEndedEto>
{
    public async Task HandleEventAsync(PlacementEndedEto eventData, CancellationToken ct)
    {
        var authority = (await organisations.GetByIdsAsync([eventData.AuthorityId], ct))[eventData.AuthorityId].Name;
        foreach (var person in await organisations.GetPeopleAsync(
            eventData.ProviderId, Role.ProviderAdministrator, ct))
        {
            await mail.QueueAsync(
                person.Email,
                $"A placement ends: {eventData.Reference}",
                $"""
                 {authority} has recorded when placement {eventData.Reference} ends.

                 Sign in to the portal to read the day.
                 """,
                ct);
        }
    }
}
