using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Notifications;

/// <summary>Tells the officer who waits for it, and to sign in for the rest.</summary>
internal sealed class OfficerNewsHandler(IOrganisationIntegrationService organisations, IEmailSender email)
    : IDistributedEventHandler<OfficerNewsEto>
{
    public async Task HandleEventAsync(OfficerNewsEto eventData, CancellationToken ct)
    {
        var people = eventData.OfficerId is { } id
            ? (await organisations.GetPeopleByIdsAsync([id], ct)).Values
            : await organisations.GetPeopleAsync(eventData.HostAuthorityId, Role.AccreditationLead, ct);
        foreach (var person in people)
        {
            await email.QueueAsync(
                person.Email,
                $"News of application {eventData.Reference}",
                $"""
                 Dear {person.Name},

                 About application {eventData.Reference}: {eventData.News}.

                 Sign in to the portal to read more. Please do not reply to this e-mail.
                 """,
                ct);
        }
    }
}
