using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.RecruitmentActions;

/// <summary>
/// Actions on safer recruitment: what a provider does next, and what an officer looks at or asks after. Of members only.
/// </summary>
internal sealed class RecruitmentActionToday(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock)
    : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply) ? await ToDoAsync(ct)
        : user.Has(Permissions.Review) ? [.. await ToCheckAsync(ct), .. await OverdueAsync(ct)]
        : [];

    private async Task<IReadOnlyList<TodayItemDto>> ToDoAsync(CancellationToken ct) =>
    [
        .. (await db.RecruitmentActions.AsNoTracking()
            .Where(a => a.ProviderId == user.OrganisationId && a.State == RecruitmentActionState.Open)
            .Where(a => db.Applications.Any(
                of => of.Id == a.ApplicationId && of.Membership == MembershipState.Admitted))
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
            .Select(a => new TodayItemDto(
                "RecruitmentAction.Do", a.ApplicationId, a.Text, a.SentBackBecause, DueOn: a.DueOn, PartId: a.Id)),
    ];

    private Task<IReadOnlyList<TodayItemDto>> ToCheckAsync(CancellationToken ct) => OfMembersAsync(
        "RecruitmentAction.Check", db.RecruitmentActions.Where(a => a.State == RecruitmentActionState.Reported),
        isLate: false, ct);

    private Task<IReadOnlyList<TodayItemDto>> OverdueAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return OfMembersAsync(
            "RecruitmentAction.Chase",
            db.RecruitmentActions.Where(a => a.State == RecruitmentActionState.Open && a.DueOn < today),
            isLate: true, ct);
    }

    /// <summary>Of applications that are the officer's or nobody's, and in which the officer has no conflict.</summary>
    /// <param name="isLate">The day is the provider's: of what it has done it says nothing to the officer.</param>
    private async Task<IReadOnlyList<TodayItemDto>> OfMembersAsync(
        string kind, IQueryable<RecruitmentAction> actions, bool isLate, CancellationToken ct)
    {
        var waiting = await actions.Where(a => a.HostAuthorityId == user.OrganisationId)
            .GroupBy(a => a.ApplicationId)
            .Select(g => new { Id = g.Key, Count = g.Count(), DueOn = g.Min(a => a.DueOn) })
            .Join(
                db.ApplicationsOpenTo(user).Where(a => a.Membership == MembershipState.Admitted
                    && (a.AssignedToId == null || a.AssignedToId == user.Id)),
                g => g.Id, a => a.Id, (g, a) => new { g.Id, a.ProviderName, g.Count, g.DueOn })
            .OrderBy(w => w.DueOn).ThenBy(w => w.Id).Take(ITodaySource.MostItems).ToListAsync(ct);
        return
        [
            .. waiting.Select(w => new TodayItemDto(
                kind, w.Id, w.ProviderName, Counted.Of(w.Count, "action"),
                DueOn: isLate ? w.DueOn : null)),
        ];
    }
}
