using System.Security.Cryptography;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.BlobStoring;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Localization;
using DpsPortal.Framework.VirusScanning;
using DpsPortal.Organisations.Documents.Checks;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Documents;

internal sealed class DocumentAppService(
    IOrganisationsDbContext db,
    ICurrentUser user,
    IBlobContainer<DocumentBlobs> blobs,
    IBackgroundJobManager jobs,
    IAuditTrail audit,
    IProviderInterests interests,
    IVirusScanner scanner,
    ErrorTexts texts,
    TimeProvider clock) : IDocumentAppService
{
    private const int MaxPage = 200;

    public async Task<DocumentDto> CreateAsync(string name, Stream content, CancellationToken ct)
    {
        var clean = DocumentName.Clean(name);
        if (clean.Length == 0)
        {
            throw new DocumentRefusedException(OrganisationsErrorCodes.DocumentNameNotValid, clean);
        }

        var kind = DocumentName.KindOf(clean)
            ?? throw new DocumentRefusedException(OrganisationsErrorCodes.DocumentKindNotAllowed, clean);
        Check(clean, kind, content);
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        var document = new Document(
            Guid.NewGuid(), user.OrganisationId, clean, kind, content.Length, sha256, clock.GetUtcNow().UtcDateTime);

        content.Position = 0;
        await blobs.SaveAsync(document.BlobName, content, ct);
        db.Documents.Add(document);
        await jobs.EnqueueAsync(new CheckDocumentArgs(document.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return ToDto(document);
    }

    public async Task<DocumentDto> GetAsync(Guid id, CancellationToken ct) => ToDto(await EntitledAsync(id, ct));

    public async Task<PagedResult<DocumentDto>> GetListAsync(int skip, int take, CancellationToken ct)
    {
        var own = db.Documents.Where(d => d.OrganisationId == user.OrganisationId);
        var page = await own
            .OrderByDescending(d => d.UploadedAt).ThenBy(d => d.Id)
            .Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MaxPage))
            .ToListAsync(ct);
        return new PagedResult<DocumentDto>(await own.CountAsync(ct), [.. page.Select(ToDto)]);
    }

    public async Task<DocumentContent> DownloadAsync(Guid id, CancellationToken ct)
    {
        var document = await EntitledAsync(id, ct);
        switch (document.State)
        {
            case DocumentState.Checking:
                throw new BusinessException(OrganisationsErrorCodes.DocumentChecking).WithData("name", document.Name);
            case DocumentState.Refused:
                throw new DocumentGoneException(document.Name);
        }

        var content = await blobs.GetOrNullAsync(document.BlobName, ct)
            ?? throw new InvalidOperationException($"The file of document {id} is not in the store.");
        var entry = new AuditEntry("Download", null, document.ServedSha256 ?? document.Sha256, null);
        await audit.RecordAsync(nameof(Document), id, entry, ct);
        return new DocumentContent(document.Name, document.Kind, content);
    }

    public async Task<ScanningDto> GetScanningAsync(CancellationToken ct) => new(
        !scanner.IsConfigured ? Scanning.Off
        : (await scanner.GetStateAsync(ct)).IsReachable ? Scanning.On : Scanning.Down);

    private static Dictionary<string, object?> Values(Document document) => new(StringComparer.Ordinal)
    {
        ["name"] = document.Name,
        ["kind"] = document.Kind.ToString().ToUpperInvariant(),
    };

    private static void Check(string name, DocumentKind kind, Stream content)
    {
        var refusal = content.Length switch
        {
            0 => OrganisationsErrorCodes.DocumentEmpty,
            > DocumentConsts.MaxSize => OrganisationsErrorCodes.DocumentTooLarge,
            _ => DocumentChecks.FirstRefusal(kind, content),
        };
        if (refusal is not null)
        {
            throw new DocumentRefusedException(refusal, name, kind.ToString().ToUpperInvariant());
        }
    }

    /// <exception cref="EntityNotFoundException">No such document, or neither the caller's nor given to them.</exception>
    /// <exception cref="ForbiddenByStageException">The caller has declared a conflict of interest in its owner.</exception>
    private async Task<Document> EntitledAsync(Guid id, CancellationToken ct)
    {
        var document = await db.Documents.SingleOrDefaultAsync(
                d => d.Id == id
                    && (d.OrganisationId == user.OrganisationId
                        || db.DocumentGrants.Any(g => g.DocumentId == id && g.OrganisationId == user.OrganisationId)),
                ct)
            ?? throw new EntityNotFoundException(typeof(Document), id);
        await interests.RefuseConflictedAsync(document.OrganisationId, ct);
        return document;
    }

    private DocumentDto ToDto(Document document) => new()
    {
        Id = document.Id,
        Name = document.Name,
        Kind = document.Kind,
        Size = document.Size,
        Sha256 = document.Sha256,
        State = document.State,
        Scan = document.Scan,
        NextScanAt = document.NextScanAt,
        ServedSha256 = document.ServedSha256,
        Reason = document.Reason is { } code ? texts.Sentence(code, Values(document)) : null,
        UploadedAt = document.UploadedAt,
    };
}
