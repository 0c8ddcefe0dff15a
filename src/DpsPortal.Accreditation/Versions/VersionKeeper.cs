using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Documents;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Versions;

/// <summary>Freezes an application as its provider hands it in.</summary>
internal sealed class VersionKeeper(
    IAccreditationDbContext db, ICurrentUser user, IDocumentAppService documents, TimeProvider clock)
{
    /// <summary>Adds the next version; the caller saves.</summary>
    public async Task KeepAsync(Application application, VersionCause cause, CancellationToken ct)
    {
        var last = await db.ApplicationVersions.Where(v => v.ApplicationId == application.Id)
            .MaxAsync(v => (int?)v.Number, ct) ?? 0;
        var named = new List<VersionDocumentDto>();
        foreach (var id in ApplicationReader.DocumentIdsOf(application).Order())
        {
            var document = await documents.GetAsync(id, ct);
            named.Add(new VersionDocumentDto(document.Id, document.Name, document.Sha256));
        }

        db.ApplicationVersions.Add(new ApplicationVersion(
            application, last + 1, cause, named, user.Name, clock.GetUtcNow().UtcDateTime));
    }
}
