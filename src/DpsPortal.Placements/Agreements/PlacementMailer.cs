using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Placements.Integration;

namespace DpsPortal.Placements.Agreements;

/// <summary>Tells a provider by e-mail what became of a placement; days, prices and reasons it reads signed in.</summary>
internal sealed class PlacementMailer(IOrganisationIntegrationService organisations, IEmailSender mail)
    : IDistributedEventHandler<PlacementChangedEto>
{
    public async Task HandleEventAsync(PlacementChangedEto eventData, CancellationToken ct)
    {
        var authority = (await organisations.GetByIdsAsync([eventData.AuthorityId], ct))[eventData.AuthorityId].Name;
        var (subject, what) = eventData.Change switch
        {
            PlacementChange.Extended => ("A placement goes on longer", "has planned a later end of"),
            PlacementChange.PriceChanged => ("The price of a placement changes", "has confirmed a new price of"),
            PlacementChange.EndTakenBack => ("A placement goes on", "has taken back the end that it had recorded of"),
            _ => ("A placement ends", "has recorded the end of"),
        };
        foreach (var person in await organisations.GetPeopleAsync(
            eventData.ProviderId, Role.ProviderAdministrator, ct))
        {
            await mail.QueueAsync(
                person.Email,
                $"{subject}: {eventData.Reference}",
                $"""
                 {authority} {what} placement {eventData.Reference}.

                 Sign in to the portal to read more.
                 """,
                ct);
        }
    }
}
