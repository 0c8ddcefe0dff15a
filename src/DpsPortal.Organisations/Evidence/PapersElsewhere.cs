using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Evidence;

/// <summary>What the caller's organisation has given outside its evidence: of each kind and home what lasts longest.</summary>
internal sealed class PapersElsewhere(IOrganisationsDbContext db, IEnumerable<IPapersElsewhere> sources)
{
    public async Task<IReadOnlyDictionary<(EvidenceKind Kind, Guid? PremisesId), PaperElsewhereDto>> ReadAsync(
        CancellationToken ct)
    {
        var papers = new List<PaperElsewhere>();
        foreach (var source in sources)
        {
            papers.AddRange(await source.GetOwnAsync(ct));
        }

        var ids = papers.Select(p => p.DocumentId).ToList();
        var names = await db.Documents.Where(d => ids.Contains(d.Id) && d.State == DocumentState.Ready)
            .ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        return papers.Where(p => names.ContainsKey(p.DocumentId))
            .GroupBy(p => (p.Kind, p.PremisesId))
            .ToDictionary(same => same.Key, same => ToDto(same.MaxBy(p => p.ExpiresOn ?? DateOnly.MaxValue)!, names));
    }

    private static PaperElsewhereDto ToDto(PaperElsewhere paper, Dictionary<Guid, string> names) => new()
    {
        Place = paper.Place,
        DocumentId = paper.DocumentId,
        DocumentName = names[paper.DocumentId],
        Issuer = paper.Issuer,
        Reference = paper.Reference,
        IssuedOn = paper.IssuedOn,
        ExpiresOn = paper.ExpiresOn,
    };
}
