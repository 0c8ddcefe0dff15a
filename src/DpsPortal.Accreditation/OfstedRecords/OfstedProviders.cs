using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>The members of the caller's schemes, each once, with the URN they gave and what was recorded last.</summary>
internal sealed class OfstedProviders(IAccreditationDbContext db, ICurrentUser user)
{
    public async Task<IReadOnlyList<(Guid ProviderId, string Name, string? Urn)>> MembersAsync(CancellationToken ct)
    {
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.State == MemberState.Admitted || m.State == MemberState.Suspended)
            .Join(db.Schemes.Where(s => s.HostAuthorityId == user.OrganisationId), m => m.SchemeId, s => s.Id, (m, _) => m)
            .ToListAsync(ct);
        return
        [
            .. members.GroupBy(m => m.ProviderId).Select(g =>
                {
                    var latest = g.OrderByDescending(m => m.AdmittedAt).ThenBy(m => m.Id).ToList();
                    return (g.Key, latest[0].ProviderName, latest.Find(m => m.Urn is { Length: > 0 })?.Urn);
                })
                .OrderBy(m => m.ProviderName, StringComparer.Ordinal).ThenBy(m => m.Key),
        ];
    }

    public Task<OfstedStatus?> LatestOfAsync(Guid providerId, CancellationToken ct) =>
        db.OfstedStatuses.AsNoTracking().Where(s => s.HostAuthorityId == user.OrganisationId && s.ProviderId == providerId)
            .OrderByDescending(s => s.AsOf).ThenByDescending(s => s.RecordedAt).FirstOrDefaultAsync(ct);

    public async Task<Dictionary<Guid, OfstedStatus>> LatestAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await db.OfstedStatuses.AsNoTracking()
            .Where(s => s.HostAuthorityId == user.OrganisationId && ids.Contains(s.ProviderId)).ToListAsync(ct))
        .GroupBy(s => s.ProviderId)
        .ToDictionary(g => g.Key, g => g.OrderBy(s => s.AsOf).ThenBy(s => s.RecordedAt).Last());
}
