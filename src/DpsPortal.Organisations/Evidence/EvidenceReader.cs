using DpsPortal.Organisations.Documents;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Evidence;

/// <summary>Items as their readers see them: row-level security leaves an authority the versions it was given.</summary>
internal sealed class EvidenceReader(IOrganisationsDbContext db, TimeProvider clock)
{
    public DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());

    public async Task<IReadOnlyList<EvidenceItemDto>> ReadAsync(
        IReadOnlyCollection<EvidenceItem> items, CancellationToken ct)
    {
        var ids = items.SelectMany(i => i.Versions).Select(v => v.DocumentId).Distinct().ToList();
        var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var given = await db.DocumentGrants.Where(g => ids.Contains(g.DocumentId))
            .GroupBy(g => g.DocumentId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. items.Where(i => i.Versions.Count > 0).Select(i => new EvidenceItemDto
        {
            Id = i.Id,
            Kind = i.Kind,
            Subject = EvidenceKinds.SubjectOf(i.Kind),
            PremisesId = i.PremisesId,
            SubjectName = i.SubjectName,
            Status = EvidenceKinds.StatusOf(i.Current.ExpiresOn, Today),
            Versions = [.. i.Versions.OrderByDescending(v => v.Number)
                .Select(v => ToDto(v, documents[v.DocumentId]))],
            GivenTo = given.GetValueOrDefault(i.Current.DocumentId),
        })];
    }

    public static EvidenceItemDto Missing(
        EvidenceKind kind, EvidenceAbout about, PaperElsewhereDto? elsewhere) => new()
        {
            Id = null,
            Kind = kind,
            Subject = EvidenceKinds.SubjectOf(kind),
            PremisesId = about.PremisesId,
            SubjectName = about.Name,
            Status = EvidenceStatus.Missing,
            Versions = [],
            GivenTo = 0,
            Elsewhere = elsewhere,
        };

    private static EvidenceVersionDto ToDto(EvidenceVersion version, Document document) => new()
    {
        Number = version.Number,
        DocumentId = version.DocumentId,
        DocumentName = document.Name,
        DocumentState = document.State,
        DocumentScan = document.Scan,
        Issuer = version.Issuer,
        Reference = version.Reference,
        IssuedOn = version.IssuedOn,
        ExpiresOn = version.ExpiresOn,
        AddedAt = version.AddedAt,
    };
}
