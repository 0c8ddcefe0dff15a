using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Property.Visits;

/// <summary>Tells a provider about announced visits, without an address; unannounced ones are not told.</summary>
internal sealed class VisitMailer(IOrganisationIntegrationService organisations, IEmailSender mail)
    : IDistributedEventHandler<VisitBookedEto>, IDistributedEventHandler<VisitCancelledEto>
{
    public Task HandleEventAsync(VisitBookedEto eventData, CancellationToken ct) => TellAsync(
        eventData.Notice, eventData.ProviderId, eventData.AuthorityId, "A visit to a home of yours is booked",
        $"will visit one of your homes on {InLondon(eventData.ScheduledAt)}.", ct);

    public Task HandleEventAsync(VisitCancelledEto eventData, CancellationToken ct) => TellAsync(
        eventData.Notice, eventData.ProviderId, eventData.AuthorityId, "A visit to a home of yours is cancelled",
        $"has cancelled the visit to one of your homes that was booked for {InLondon(eventData.ScheduledAt)}.", ct);

    private static string InLondon(DateTime instant) =>
        LondonTime.ToLocal(instant).ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private async Task TellAsync(
        VisitNotice notice, Guid providerId, Guid authorityId, string subject, string news, CancellationToken ct)
    {
        if (notice == VisitNotice.Unannounced)
        {
            return;
        }

        var authority = (await organisations.GetByIdsAsync([authorityId], ct))[authorityId].Name;
        foreach (var person in await organisations.GetPeopleAsync(providerId, Role.ProviderAdministrator, ct))
        {
            await mail.QueueAsync(
                person.Email, subject, $"{authority} {news}\n\nSign in to see which home it is.\n", ct);
        }
    }
}
