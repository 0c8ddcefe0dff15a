using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

internal sealed class OrganisationIntegrationService(IOrganisationsDbContext db) : IOrganisationIntegrationService
{
    public async Task<IReadOnlyDictionary<Guid, OrganisationSummary>> GetByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Organisations
            .Where(o => ids.Contains(o.Id))
            .Select(o => new OrganisationSummary(o.Id, o.Name, o.Kind, o.Code))
            .ToDictionaryAsync(o => o.Id, ct);

    public async Task<IReadOnlyList<OrganisationSummary>> GetListAsync(OrganisationKind kind, CancellationToken ct) =>
        await db.Organisations
            .Where(o => o.Kind == kind)
            .OrderBy(o => o.Name)
            .Select(o => new OrganisationSummary(o.Id, o.Name, o.Kind, o.Code))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<PersonSummary>> GetPeopleAsync(
        Guid organisationId, Role role, CancellationToken ct) =>
        await db.Users
            .Where(u => u.OrganisationId == organisationId && !u.IsDisabled && u.Roles.Contains(role))
            .OrderBy(u => u.Name)
            .Select(u => new PersonSummary(u.Id, u.Name, u.Email!, u.OrganisationId))
            .ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, PersonSummary>> GetPeopleByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Users
            .Where(u => ids.Contains(u.Id))
            .Select(u => new PersonSummary(u.Id, u.Name, u.Email!, u.OrganisationId))
            .ToDictionaryAsync(p => p.Id, ct);
}
