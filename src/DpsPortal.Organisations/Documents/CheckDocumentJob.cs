using System.Security.Cryptography;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.BlobStoring;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Documents;

/// <summary>The container of the evidence vault.</summary>
internal sealed class DocumentBlobs;

internal sealed record CheckDocumentArgs(Guid DocumentId);

/// <summary>
/// Decides whether a stored file may be handed out. What it looks at is what is stored: the bytes must be those that
/// were sent, and of the kind they say. Further stations (archive walk, metadata, virus scan) belong between the two
/// and <see cref="Document.Accept"/>.
/// </summary>
internal sealed class CheckDocumentJob(IOrganisationsDbContext db, IBlobContainer<DocumentBlobs> blobs)
    : AsyncBackgroundJob<CheckDocumentArgs>
{
    public override async Task ExecuteAsync(CheckDocumentArgs args, CancellationToken ct)
    {
        var document = await db.Documents.SingleAsync(d => d.Id == args.DocumentId, ct);
        if (document.State != DocumentState.Checking)
        {
            return;
        }

        await using var content = await blobs.GetOrNullAsync(document.BlobName, ct)
            ?? throw new InvalidOperationException($"The file of document {document.Id} is not in the store.");
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        var refusal = sha256 == document.Sha256
            ? DocumentInspector.Refusal(document.Kind, content)
            : OrganisationsErrorCodes.DocumentContentMismatch;
        if (refusal is null)
        {
            document.Accept();
        }
        else
        {
            document.Refuse(refusal);
        }
    }
}
