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
        user.Has(Permissions.Manage) ? OfProviderAsync(ct)
        : user.Has(Permissions.Request) ? OverdueAsync(ct)
        : Task.FromResult<IReadOnlyList<TodayItemDto>>([]);

    private async Task<IReadOnlyList<TodayItemDto>> OfProviderAsync(CancellationToken ct) =>
        [.. await ToGiveAsync(ct), .. await RunningOutAsync(ct)];

    /// <summary>Told with the home, whose standing rests on them.</summary>
    private static readonly EvidenceKind[] OfHomes =
    [
        EvidenceKind.GasSafety, EvidenceKind.ElectricalInstallation, EvidenceKind.FireRiskAssessment,
        EvidenceKind.BuildingsInsurance, EvidenceKind.HmoLicence,
    ];

    /// <summary>What ran out is a task; what runs out soon is only told.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> RunningOutAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var own = await db.EvidenceItems.AsNoTracking().Where(i => i.OrganisationId == user.OrganisationId)
            .ToListAsync(ct);
        return
        [
            .. own.Where(i => i.Versions.Count > 0 && !OfHomes.Contains(i.Kind))
                .Select(i => (Item: i, Status: EvidenceKinds.StatusOf(i.Current.ExpiresOn, today)))
                .Where(i => i.Status is EvidenceStatus.Expired or EvidenceStatus.ExpiresSoon)
                .OrderBy(i => i.Item.Current.ExpiresOn).ThenBy(i => i.Item.Kind).Take(ITodaySource.MostItems)
                .Select(i => new TodayItemDto(
                    i.Status == EvidenceStatus.Expired ? "Evidence.Replace" : "Evidence.RunsOut", null,
                    PascalWords.InWords(i.Item.Kind.ToString()), i.Item.SubjectName, DueOn: i.Item.Current.ExpiresOn,
                    PartId: i.Item.Id)),
        ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> ToGiveAsync(CancellationToken ct) =>
    [
        .. (await db.EvidenceRequests.AsNoTracking()
            .Where(r => r.ProviderId == user.OrganisationId && r.State == EvidenceRequestState.Asked)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Kind).ThenBy(r => r.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
            .Select(r => new TodayItemDto(
                "Evidence.Give", null, PascalWords.InWords(r.Kind.ToString()), r.SubjectName, DueOn: r.DueOn,
                PartId: r.Id)),
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
                "Evidence.Chase", null, g.Name, Counted.Of(g.Count, "item"), DueOn: g.DueOn)),
        ];
    }
}
