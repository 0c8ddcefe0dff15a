using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// Shows the host authority what the application names, and the provider's policies: the documents and the homes,
/// addresses included.
/// </summary>
internal sealed class ApplicationSharing(
    IAccreditationDbContext db, IDocumentIntegrationService documents, IPremisesIntegrationService premises)
{
    public Task ShareFilesAsync(Application application, IReadOnlyList<Guid> documentIds, CancellationToken ct) =>
        documents.ShareAsync(documentIds, application.HostAuthorityId, ct);

    public async Task ShareWithHostAsync(Application application, CancellationToken ct)
    {
        var policies = await db.Policies.Where(p => p.ProviderId == application.ProviderId && p.DocumentId != null)
            .Select(p => p.DocumentId!.Value).Distinct().ToListAsync(ct);
        await documents.ShareAsync(
            [.. ApplicationReader.DocumentIdsOf(application).Union(policies)], application.HostAuthorityId, ct);
        await premises.ShareAsync([.. application.PremisesIds], application.HostAuthorityId, ct);
    }
}
