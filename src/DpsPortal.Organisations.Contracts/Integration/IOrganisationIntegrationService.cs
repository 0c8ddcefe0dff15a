using DpsPortal.Framework.Application;
using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Integration;

public interface IOrganisationIntegrationService
{
    /// <summary>Those that exist, by id.</summary>
    Task<IReadOnlyDictionary<Guid, OrganisationSummary>> GetByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct);

    Task<IReadOnlyList<OrganisationSummary>> GetListAsync(OrganisationKind kind, CancellationToken ct);

    /// <summary>Whom to tell: the enabled people of an organisation who have the role.</summary>
    Task<IReadOnlyList<PersonSummary>> GetPeopleAsync(Guid organisationId, Role role, CancellationToken ct);

    /// <summary>Names of people by id, for lists that say who did what.</summary>
    Task<IReadOnlyDictionary<Guid, PersonSummary>> GetPeopleByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <param name="Code">Short code of an authority, e.g. <c>EASTMARSH</c>; null for a provider.</param>
public sealed record OrganisationSummary(Guid Id, string Name, OrganisationKind Kind, string? Code);

public sealed record PersonSummary(Guid Id, string Name, string Email);
