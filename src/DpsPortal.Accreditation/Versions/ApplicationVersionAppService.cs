using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Versions;

internal sealed class ApplicationVersionAppService(
    IAccreditationDbContext db, ReviewDesk desk, DeclaredInterests interests) : IApplicationVersionAppService
{
    public async Task<IReadOnlyList<ApplicationVersionDto>> GetListAsync(Guid id, CancellationToken ct)
    {
        var versions = await OfAsync(id, ct);
        return [.. versions.Select(v => v.ToDto())];
    }

    public async Task<VersionComparisonDto> CompareAsync(Guid id, int? from, int? to, CancellationToken ct)
    {
        var versions = await OfAsync(id, ct);
        var later = to ?? versions.Count;
        var earlier = from ?? Math.Max(1, later - 1);
        var before = CanonicalJson.LeavesOf(Numbered(versions, earlier, id).Content);
        var after = CanonicalJson.LeavesOf(Numbered(versions, later, id).Content);
        return new VersionComparisonDto(
            earlier, later,
            [
                .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                    .Select(f => new FieldChangeDto(f, before.GetValueOrDefault(f), after.GetValueOrDefault(f)))
                    .Where(c => c.Before != c.After),
            ]);
    }

    private async Task<List<ApplicationVersion>> OfAsync(Guid id, CancellationToken ct)
    {
        var application = await desk.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return await db.ApplicationVersions.Where(v => v.ApplicationId == application.Id)
            .OrderBy(v => v.Number).ToListAsync(ct);
    }

    /// <exception cref="EntityNotFoundException">There is no version of this number.</exception>
    private static ApplicationVersion Numbered(List<ApplicationVersion> versions, int number, Guid id) =>
        versions.SingleOrDefault(v => v.Number == number)
        ?? throw new EntityNotFoundException(typeof(ApplicationVersion), id);
}
