using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Notifications;

/// <summary>Tells those who act for the provider what happened, and to sign in for the rest.</summary>
internal sealed class ApplicationNewsHandler(IOrganisationIntegrationService organisations, IEmailSender email)
    : IDistributedEventHandler<ApplicationNewsEto>
{
    public async Task HandleEventAsync(ApplicationNewsEto eventData, CancellationToken ct)
    {
        foreach (var person in await organisations.GetPeopleAsync(
            eventData.ProviderId, Role.ProviderAdministrator, ct))
        {
            await email.QueueAsync(
                person.Email,
                $"{eventData.Reference}: {Headline(eventData.News)}",
                $"""
                 Dear {person.Name},

                 About application {eventData.Reference}: {eventData.News}.

                 Sign in to the portal to read more. Please do not reply to this e-mail.
                 """,
                ct);
        }
    }

    /// <summary>Up to the first full stop or semicolon, so that mails of one application can be told apart.</summary>
    private static string Headline(string news) => news.Split(". ")[0].Split("; ")[0];
}
