using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Standings;

/// <summary>What accreditations want next: of officers what others proposed, of providers what they must meet.</summary>
internal sealed class StandingToday(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply) ? await ConditionsAsync(ct)
        : user.Has(Permissions.Review) ? [.. await ToConfirmAsync(ct), .. await DifferencesAsync(ct)]
        : [];

    private async Task<IReadOnlyList<TodayItemDto>> ConditionsAsync(CancellationToken ct) =>
    [
        .. (await db.StandingConditions.AsNoTracking()
            .Where(c => c.ProviderId == user.OrganisationId && c.MetAt == null)
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
            .Select(c => new TodayItemDto("Standing.MeetCondition", c.ApplicationId, c.Text, DueOn: c.DueOn)),
    ];

    /// <summary>Proposals of others, and notices whose time is over: nobody acts on their own.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToConfirmAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.StandingActions.AsNoTracking()
            .Where(a => a.HostAuthorityId == user.OrganisationId
                && (a.State == MemberActionState.Proposed || a.State == MemberActionState.NoticeGiven))
            .Join(db.ApplicationsOpenTo(user), a => a.ApplicationId, of => of.Id, (a, of) => new { Action = a, of.ProviderName })
            .ToListAsync(ct);
        return
        [
            .. open.Where(a => a.Action.ProposedBy.Id != user.Id
                    && (a.Action.State == MemberActionState.Proposed || a.Action.NoticeIsOver(now)))
                .OrderBy(a => a.Action.ProposedAt).Take(ITodaySource.MostItems)
                .Select(a => new TodayItemDto(
                    "Standing.Confirm", a.Action.ApplicationId, a.ProviderName, a.Action.ProposedBy.Name,
                    DueOn: a.Action.RepresentationsUntil?.AddDays(1))),
        ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> DifferencesAsync(CancellationToken ct) =>
    [
        .. (await db.OfstedDifferences.AsNoTracking()
            .Where(d => d.HostAuthorityId == user.OrganisationId && d.State == OfstedDifferenceState.Open
                && db.ApplicationsOpenTo(user).Any(a => a.ProviderId == d.ProviderId))
            .OrderBy(d => d.FoundAt).ThenBy(d => d.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
            .Select(d => new TodayItemDto("Ofsted.Settle", null, d.ProviderName, d.Theirs)),
    ];
}
