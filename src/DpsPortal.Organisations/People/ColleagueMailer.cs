using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Organisations.People;

/// <summary>One e-mail to each colleague for whom something waits.</summary>
internal sealed class ColleagueMailer(IOrganisationIntegrationService organisations, IEmailSender mail)
    : IDistributedEventHandler<ColleagueNewsEto>
{
    public async Task HandleEventAsync(ColleagueNewsEto eventData, CancellationToken ct)
    {
        foreach (var person in await PeopleAsync(eventData, ct))
        {
            await mail.QueueAsync(
                person.Email,
                eventData.News,
                $"""
                 Dear {person.Name},

                 {eventData.News}.

                 Sign in to the portal to read more. Please do not reply to this e-mail.
                 """,
                ct);
        }
    }

    private async Task<IEnumerable<PersonSummary>> PeopleAsync(ColleagueNewsEto news, CancellationToken ct)
    {
        var people = new Dictionary<Guid, PersonSummary>();
        if (news.PersonId is { } id && (await organisations.GetPeopleByIdsAsync([id], ct)).TryGetValue(id, out var one))
        {
            people[id] = one;
        }

        foreach (var role in news.Roles)
        {
            foreach (var person in await organisations.GetPeopleAsync(news.OrganisationId, role, ct))
            {
                people[person.Id] = person;
            }
        }

        return people.Values.Where(p => p.Id != news.ButNotId);
    }
}
