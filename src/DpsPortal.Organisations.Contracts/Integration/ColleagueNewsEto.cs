using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Integration;

/// <summary>
/// Something waits for a second person of an organisation, or came back to the first: told by e-mail, to sign in for the
/// rest. Never a price, a reason or anything of a young person.
/// </summary>
/// <param name="Roles">Whom to tell; empty when it is one person.</param>
/// <param name="PersonId">Whom to tell when it is one person.</param>
/// <param name="ButNotId">Who did it and need not be told.</param>
/// <param name="News">A sentence by a fixed template, with a reference at most; also the subject.</param>
public sealed record ColleagueNewsEto(
    Guid OrganisationId, IReadOnlyList<Role> Roles, Guid? PersonId, Guid? ButNotId, string News)
{
    public static ColleagueNewsEto ToSecondPerson(Guid organisationId, Role role, Guid proposedById, string news) =>
        new(organisationId, [role], null, proposedById, news);

    public static ColleagueNewsEto ToProposer(Guid organisationId, Guid proposedById, string news) =>
        new(organisationId, [], proposedById, null, news);
}
