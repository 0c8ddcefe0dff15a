using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Organisations.OrganisationsPermissions.Evidence;

namespace DpsPortal.Organisations.Evidence;

/// <summary>Evidence that was asked for: what a provider gives next, and whom an officer has to remind.</summary>
internal sealed class EvidenceToday(IOrganisationsDbContext db, ICurrentUser user, TimeProvider clock) : ITodaySource
{
    public Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Manage) ? ToGiveAsync(ct)
        : user.Has(Permissions.Request) ? OverdueAsync(ct)
        : Task.FromResult<IReadOnlyList<TodayItemDto>>([]);

    private async Task<IReadOnlyList<TodayItemDto>> ToGiveAsync(CancellationToken ct) =>
    [
        .. (await db.EvidenceRequests.AsNoTracking()
            .Where(r => r.ProviderId == user.OrganisationId && r.State == EvidenceRequestState.Asked)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Kind).ThenBy(r => r.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
            .Select(r => new TodayItemDto("Evidence.Give", null, PascalWords.InWords(r.Kind.ToString()), r.SubjectName, DueOn: r.DueOn)),
    ];

    private async Task<IReadOnlyList<TodayItemDto>> OverdueAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var overdue = await db.EvidenceRequests
            .Where(r => r.AuthorityId == user.OrganisationId && r.State == EvidenceRequestState.Asked && r.DueOn < today)
            .GroupBy(r => r.ProviderId)
            .Select(g => new { g.Key, Count = g.Count(), DueOn = g.Min(r => r.DueOn) })
            .Join(db.Organisations, g => g.Key, o => o.Id, (g, o) => new { o.Name, g.Count, g.DueOn })
            .OrderBy(g => g.DueOn).ThenBy(g => g.Name).Take(ITodaySource.MostItems).ToListAsync(ct);
        return
        [
            .. overdue.Select(g => new TodayItemDto(
                "Evidence.Chase", null, g.Name, g.Count == 1 ? "1 item" : $"{g.Count} items", DueOn: g.DueOn)),
        ];
    }
}
