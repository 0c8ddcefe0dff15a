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
        await (
            from affiliation in db.Affiliations
            join person in db.Users on affiliation.UserId equals person.Id
            where affiliation.OrganisationId == organisationId && affiliation.Roles.Contains(role) && !person.IsDisabled
            orderby person.Name
            select new PersonSummary(person.Id, person.Name, person.Email!))
            .ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, PersonSummary>> GetPeopleByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Users
            .Where(u => ids.Contains(u.Id))
            .Select(u => new PersonSummary(u.Id, u.Name, u.Email!))
            .ToDictionaryAsync(p => p.Id, ct);
}
