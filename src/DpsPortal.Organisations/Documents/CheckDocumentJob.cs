using System.Security.Cryptography;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.BlobStoring;
using DpsPortal.Framework.VirusScanning;
using DpsPortal.Organisations.Documents.Checks;
using DpsPortal.Organisations.Documents.Cleaning;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Documents;

/// <summary>The container of the evidence vault.</summary>
internal sealed class DocumentBlobs;

internal sealed record CheckDocumentArgs(Guid DocumentId);

/// <summary>
/// Decides whether a stored file may be handed out. In order: it is what was sent; the stations of
/// <see cref="DocumentChecks"/>; what tells about people without being seen is taken out; the scanner finds nothing in
/// what will be served. Without a verdict of the scanner the file stays where nobody can fetch it, and is tried again.
/// </summary>
internal sealed class CheckDocumentJob(
    IOrganisationsDbContext db,
    IBlobContainer<DocumentBlobs> blobs,
    IVirusScanner scanner,
    IBackgroundJobManager jobs,
    TimeProvider clock) : AsyncBackgroundJob<CheckDocumentArgs>
{
    public override async Task ExecuteAsync(CheckDocumentArgs args, CancellationToken ct)
    {
        var document = await db.Documents.SingleAsync(d => d.Id == args.DocumentId, ct);
        if (document.State != DocumentState.Checking)
        {
            return;
        }

        var sent = await ReadAsync(document, ct);
        if (Refusal(document, sent) is { } refusal)
        {
            await RefuseAsync(document, refusal, ct);
            return;
        }

        try
        {
            var cleaned = MetadataRemoval.Clean(document.Kind, sent);

            // What is taken out must not leave something that the checks would have refused.
            if (cleaned is not null && Refusal(document.Kind, cleaned) is { } left)
            {
                await RefuseAsync(document, left, ct);
                return;
            }

            await ScanAsync(document, sent, cleaned, ct);
        }
        catch (CannotCleanException e)
        {
            await RefuseAsync(document, e.Code, ct);
        }
        catch (ScannerUnavailableException)
        {
            var wait = document.WaitForScanner(clock.GetUtcNow().UtcDateTime);
            await jobs.EnqueueAsync(args, wait, ct);
        }
    }

    private async Task ScanAsync(Document document, byte[] sent, byte[]? cleaned, CancellationToken ct)
    {
        if (scanner.IsConfigured)
        {
            using var served = new MemoryStream(cleaned ?? sent, writable: false);
            if (await scanner.FindAsync(served, ct) is not null)
            {
                await RefuseAsync(document, OrganisationsErrorCodes.DocumentInfected, ct);
                return;
            }
        }

        if (cleaned is not null)
        {
            await StoreAsync(document, cleaned, ct);
        }

        document.Accept(scanner.IsConfigured ? DocumentScan.Clean : DocumentScan.NotScanned);
    }

    private static string? Refusal(Document document, byte[] sent)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(sent)) != document.Sha256)
        {
            return OrganisationsErrorCodes.DocumentContentMismatch;
        }

        return Refusal(document.Kind, sent);
    }

    private static string? Refusal(DocumentKind kind, byte[] file)
    {
        using var content = new MemoryStream(file, writable: false);
        return DocumentChecks.FirstRefusal(kind, content);
    }

    private async Task<byte[]> ReadAsync(Document document, CancellationToken ct)
    {
        await using var content = await blobs.GetOrNullAsync(document.BlobName, ct)
            ?? throw new InvalidOperationException($"The file of document {document.Id} is not in the store.");
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private async Task StoreAsync(Document document, byte[] cleaned, CancellationToken ct)
    {
        var original = document.BlobName;
        document.Replace(Convert.ToHexStringLower(SHA256.HashData(cleaned)), cleaned.Length);
        using var content = new MemoryStream(cleaned, writable: false);
        await blobs.SaveAsync(document.BlobName, content, ct);
        await jobs.EnqueueAsync(new RemoveFileArgs(original), ct: ct);
    }

    private async Task RefuseAsync(Document document, string code, CancellationToken ct)
    {
        document.Refuse(code);
        await jobs.EnqueueAsync(new RemoveFileArgs(document.BlobName), ct: ct);
    }
}

internal sealed record RemoveFileArgs(string BlobName);

/// <summary>Deletes a file that no document names any more; only once that is committed.</summary>
internal sealed class RemoveFileJob(IBlobContainer<DocumentBlobs> blobs) : AsyncBackgroundJob<RemoveFileArgs>
{
    public override Task ExecuteAsync(RemoveFileArgs args, CancellationToken ct) => blobs.DeleteAsync(args.BlobName, ct);
}
