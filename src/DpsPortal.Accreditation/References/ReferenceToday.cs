using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// References that came and do not count before an officer has checked who gave them; and, for their provider, those that
/// were found not to count.
/// </summary>
internal sealed class ReferenceToday(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply) ? await ToReplaceAsync(ct)
        : user.Has(Permissions.Review) ? await ToCheckAsync(ct)
        : [];

    private async Task<IReadOnlyList<TodayItemDto>> ToCheckAsync(CancellationToken ct) =>
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
                Counted.Of(w.Count, "reference"))),
    ];

    /// <summary>Until somebody else was asked after it, or enough others count.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToReplaceAsync(CancellationToken ct)
    {
        var refused = await db.ReferenceRequests
            .Where(r => r.ProviderId == user.OrganisationId && r.State == ReferenceState.Refused)
            .Where(r => !db.ReferenceRequests.Any(
                later => later.ApplicationId == r.ApplicationId && later.AskedAt > r.RefusedAt))
            .OrderBy(r => r.RefusedAt).ThenBy(r => r.Id).Take(ITodaySource.MostItems)
            .Select(r => new { r.ApplicationId, r.AuthorityName, r.SchemeName }).ToListAsync(ct);
        if (refused.Count == 0)
        {
            return [];
        }

        var ids = refused.Select(r => r.ApplicationId).Distinct().ToList();
        var live = (await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct))
            .Where(a => a.IsLive).Select(a => a.Id).ToHashSet();
        var marks = await db.ReferenceMarks
            .Join(
                db.ReferenceRequests.Where(r => ids.Contains(r.ApplicationId)), m => m.Id, r => r.Id,
                (m, r) => new { r.ApplicationId, m.AuthorityName, m.GivenOn })
            .ToListAsync(ct);
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var enough = marks.GroupBy(m => m.ApplicationId)
            .Where(of => TwoReferences.AreEnough(
                of.Select(m => new PlacerReference(m.AuthorityName, m.GivenOn)), buyer: null, today))
            .Select(of => of.Key).ToHashSet();
        return
        [
            .. refused.Where(r => live.Contains(r.ApplicationId) && !enough.Contains(r.ApplicationId))
                .Select(r => new TodayItemDto(
                    "Reference.NameAnother", r.ApplicationId, r.AuthorityName, r.SchemeName)),
        ];
    }
}
