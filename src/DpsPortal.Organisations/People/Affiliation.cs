using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>That a person acts for an organisation, and as what. It ends when the person is removed from it.</summary>
internal sealed class Affiliation
{
    public Guid UserId { get; init; }

    public Guid OrganisationId { get; init; }

    public List<Role> Roles { get; set; } = [];

    /// <summary>Instant, UTC. Who belongs to several organisations begins in the oldest.</summary>
    public DateTime Since { get; init; }
}
