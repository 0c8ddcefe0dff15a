using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;

namespace DpsPortal.Property.Premises;

/// <summary>Tells a provider's administrators about their homes. No e-mail holds an address.</summary>
internal sealed class PremisesMailer(IOrganisationIntegrationService organisations, IEmailSender mail)
    : IDistributedEventHandler<PremisesStandingChangedEto>, IDistributedEventHandler<CertificateReminderEto>
{
    public async Task HandleEventAsync(PremisesStandingChangedEto eventData, CancellationToken ct)
    {
        if (eventData.ByProvider)
        {
            return;
        }

        var (subject, body) = eventData.Standing == PremisesStanding.Suspended
            ? ("A home of yours is suspended",
                $"Nobody new may move into your home in {eventData.OutwardCode} for now. "
                + string.Join(" ", eventData.Reasons))
            : ("A home of yours can be used again", $"New people may move into your home in {eventData.OutwardCode}.");
        await TellAsync(eventData.ProviderId, subject, body, ct);
    }

    public async Task HandleEventAsync(CertificateReminderEto eventData, CancellationToken ct)
    {
        var day = eventData.ExpiresOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        await TellAsync(
            eventData.ProviderId,
            $"The {eventData.Kind.Words()} of a home of yours runs out on {day}",
            $"The {eventData.Kind.Words()} of your home in {eventData.OutwardCode} counts until the end of {day}. "
            + "Upload the next one before then; without it nobody new may move in.",
            ct);
    }

    private async Task TellAsync(Guid providerId, string subject, string body, CancellationToken ct)
    {
        foreach (var person in await organisations.GetPeopleAsync(providerId, Role.ProviderAdministrator, ct))
        {
            await mail.QueueAsync(person.Email, subject, $"{body}\n\nSign in to see which home it is.\n", ct);
        }
    }
}
