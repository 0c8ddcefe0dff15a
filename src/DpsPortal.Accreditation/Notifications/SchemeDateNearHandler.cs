using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Notifications;

/// <summary>Reminds the host's accreditation officers and leads; somebody who is both is told once.</summary>
internal sealed class SchemeDateNearHandler(IOrganisationIntegrationService organisations, IEmailSender email)
    : IDistributedEventHandler<SchemeDateNearEto>
{
    public async Task HandleEventAsync(SchemeDateNearEto eventData, CancellationToken ct)
    {
        var leads = await organisations.GetPeopleAsync(eventData.HostAuthorityId, Role.AccreditationLead, ct);
        var officers = await organisations.GetPeopleAsync(eventData.HostAuthorityId, Role.AccreditationOfficer, ct);
        var on = eventData.On.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        foreach (var person in leads.Concat(officers).DistinctBy(p => p.Id))
        {
            await email.QueueAsync(
                person.Email,
                $"{eventData.SchemeName}: {on} comes near",
                $"""
                 Dear {person.Name},

                 {eventData.What}: {on}, in {Counted.Of(eventData.DaysLeft, "day")}.

                 Sign in to the portal to see the diary of {eventData.SchemeName}. Please do not reply to this e-mail.
                 """,
                ct);
        }
    }
}
