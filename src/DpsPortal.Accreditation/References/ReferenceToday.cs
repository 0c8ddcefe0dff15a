using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.References;

/// <summary>References that came and do not count before an officer has checked who gave them.</summary>
internal sealed class ReferenceToday(IAccreditationDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Review)
            ?
            [
                .. (await db.ReferenceRequests
                    .Where(r => r.HostAuthorityId == user.OrganisationId && r.State == ReferenceState.Given)
                    .GroupBy(r => r.ApplicationId)
                    .Select(g => new { Id = g.Key, Count = g.Count(), Since = g.Min(r => r.GivenAt) })
                    .Join(
                        db.ApplicationsOpenTo(user).Where(a => a.AssignedToId == null || a.AssignedToId == user.Id),
                        g => g.Id, a => a.Id, (g, a) => new { g.Id, a.ProviderName, g.Count, g.Since })
                    .OrderBy(w => w.Since).ThenBy(w => w.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
                    .Select(w => new TodayItemDto(
                        "Reference.Check", w.Id, w.ProviderName,
                        w.Count == 1 ? "1 reference" : $"{w.Count} references")),
            ]
            : [];
}
