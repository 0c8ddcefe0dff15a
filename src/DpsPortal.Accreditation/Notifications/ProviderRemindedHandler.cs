using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Notifications;

/// <summary>One e-mail to each who may act for the provider, with everything it owes an authority.</summary>
internal sealed class ProviderRemindedHandler(IOrganisationIntegrationService organisations, IEmailSender email)
    : IDistributedEventHandler<ProviderRemindedEto>
{
    public async Task HandleEventAsync(ProviderRemindedEto eventData, CancellationToken ct)
    {
        var lines = string.Join("\n", eventData.Owed.Select(o => $"- {o}"));
        foreach (var person in await organisations.GetPeopleAsync(
            eventData.ProviderId, Role.ProviderAdministrator, ct))
        {
            await email.QueueAsync(
                person.Email,
                $"Reminder from {eventData.AuthorityName}: what we still need from you",
                $"""
                 Dear {person.Name},

                 {eventData.AuthorityName} still needs from you:

                 {lines}

                 Sign in to the portal to answer. Please do not reply to this e-mail.
                 """,
                ct);
        }
    }
}
