using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Property.Visits;

/// <summary>
/// Photographs beside answers: documents of the visiting authority, which arrived through the same quarantine as every
/// file, were checked, and had their metadata (place and device) taken out.
/// </summary>
internal sealed class VisitPhotos(IDocumentIntegrationService documents)
{
    /// <exception cref="InvalidInputException">Not a picture, or not the visiting authority's.</exception>
    public async Task EnsureOwnAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await documents.EnsureOwnAsync(ids, ct);
        var found = await documents.GetByIdsAsync(ids, ct);
        if (found.Values.Any(d => d.Kind is not (DocumentKind.Jpg or DocumentKind.Png)))
        {
            throw new InvalidInputException("answers", "A photo is a JPG or a PNG file.");
        }
    }

    public async Task<IReadOnlyDictionary<Guid, VisitPhotoDto>> ReadAsync(Visit visit, CancellationToken ct)
    {
        var ids = visit.Answers.SelectMany(a => a.PhotoIds).Distinct().ToList();
        var found = ids.Count == 0
            ? new Dictionary<Guid, DocumentSummary>()
            : await documents.GetByIdsAsync(ids, ct);
        return found.Values.ToDictionary(d => d.Id, d => new VisitPhotoDto(d.Id, d.Name, StateOf(d.State)));
    }

    private static VisitPhotoState StateOf(DocumentState state) => state switch
    {
        DocumentState.Ready => VisitPhotoState.Ready,
        DocumentState.Refused => VisitPhotoState.Refused,
        _ => VisitPhotoState.Checking,
    };
}
