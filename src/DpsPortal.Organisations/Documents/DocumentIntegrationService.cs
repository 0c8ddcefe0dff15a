using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Documents;

internal sealed class DocumentIntegrationService(IOrganisationsDbContext db, ICurrentUser user)
    : IDocumentIntegrationService
{
    public async Task EnsureOwnAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var own = await db.Documents.CountAsync(
            d => wanted.Contains(d.Id) && d.OrganisationId == user.OrganisationId, ct);
        if (own != wanted.Count)
        {
            throw new BusinessException(OrganisationsErrorCodes.DocumentNotOwn);
        }
    }

    public async Task ShareAsync(IReadOnlyCollection<Guid> ids, Guid organisationId, CancellationToken ct)
    {
        await EnsureOwnAsync(ids, ct);
        var wanted = ids.Distinct().ToList();
        var given = await db.DocumentGrants
            .Where(g => wanted.Contains(g.DocumentId) && g.OrganisationId == organisationId)
            .Select(g => g.DocumentId)
            .ToListAsync(ct);
        db.DocumentGrants.AddRange(wanted.Except(given).Select(id => new DocumentGrant
        {
            DocumentId = id,
            OrganisationId = organisationId,
            OwnerOrganisationId = user.OrganisationId,
        }));
        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyDictionary<Guid, DocumentSummary>> GetByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Documents
            .Where(d => ids.Contains(d.Id)
                && (d.OrganisationId == user.OrganisationId
                    || db.DocumentGrants.Any(g => g.DocumentId == d.Id && g.OrganisationId == user.OrganisationId)))
            .Select(d => new DocumentSummary(d.Id, d.Name, d.Kind, d.Size, d.State, d.OrganisationId))
            .ToDictionaryAsync(d => d.Id, ct);
}
