using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Shows the host authority what the application names: the documents and the homes, addresses included.</summary>
internal sealed class ApplicationSharing(IDocumentIntegrationService documents, IPremisesIntegrationService premises)
{
    public Task ShareFilesAsync(Application application, IReadOnlyList<Guid> documentIds, CancellationToken ct) =>
        documents.ShareAsync(documentIds, application.HostAuthorityId, ct);

    public async Task ShareWithHostAsync(Application application, CancellationToken ct)
    {
        await documents.ShareAsync(ApplicationReader.DocumentIdsOf(application), application.HostAuthorityId, ct);
        await premises.ShareAsync([.. application.PremisesIds], application.HostAuthorityId, ct);
    }
}
