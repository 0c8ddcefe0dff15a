using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Applications;

/// <summary>What an application wants next, of its provider or of the host authority's officers.</summary>
internal sealed class ApplicationToday(IAccreditationDbContext db, ICurrentUser user) : ITodaySource
{
    private static readonly MembershipState[] Undecided = [MembershipState.Submitted, MembershipState.InEvaluation];

    private static readonly AccreditationState[] InStages =
    [
        AccreditationState.NotStarted, AccreditationState.FitAndProperTest, AccreditationState.SaferRecruitmentReview,
        AccreditationState.PropertyVisit, AccreditationState.AwaitingDecision,
    ];

    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply) ? await OfProviderAsync(ct)
        : user.Has(Permissions.Review) ? [.. await ToConfirmAsync(ct), .. await ToDecideAsync(ct)]
        : [];

    private async Task<IReadOnlyList<TodayItemDto>> OfProviderAsync(CancellationToken ct)
    {
        var own = await db.Applications.AsNoTracking().Where(a => a.ProviderId == user.OrganisationId)
            .Join(db.Schemes, a => a.SchemeId, s => s.Id, (a, s) => new { a.Id, a.Membership, a.Reference, s.Name })
            .ToListAsync(ct);
        return own.Count == 0
            ? [new TodayItemDto("Application.Start", null, user.OrganisationName)]
            :
            [
                .. own.Where(a => a.Membership == MembershipState.Draft).Take(ITodaySource.MostItems)
                    .Select(a => new TodayItemDto("Application.Finish", a.Id, a.Name, a.Reference)),
            ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> ToDecideAsync(CancellationToken ct)
    {
        var waiting = await db.Applications.AsNoTracking()
            .Where(a => a.HostAuthorityId == user.OrganisationId && a.NextDueOn != null
                && (a.AssignedToId == null || a.AssignedToId == user.Id)
                && (Undecided.Contains(a.Membership)
                    || (a.Membership == MembershipState.Admitted && InStages.Contains(a.Accreditation))))
            .OrderBy(a => a.NextDueOn).ThenBy(a => a.Id)
            .Take(ITodaySource.MostItems)
            .Select(a => new { a.Id, a.ProviderName, a.Reference, a.NextDueOn, a.Membership })
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(a => new TodayItemDto(
                Undecided.Contains(a.Membership) ? "Application.Decide" : "Application.Assess",
                a.Id, a.ProviderName, a.Reference, DueOn: a.NextDueOn)),
        ];
    }

    /// <summary>Proposals of others: nobody confirms their own.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToConfirmAsync(CancellationToken ct)
    {
        var proposed = await db.Applications.AsNoTracking()
            .Where(a => a.HostAuthorityId == user.OrganisationId
                && (a.Membership == MembershipState.DecisionProposed
                    || a.Accreditation == AccreditationState.DecisionProposed))
            .OrderBy(a => a.NextDueOn).ThenBy(a => a.Id)
            .ToListAsync(ct);
        return
        [
            .. proposed
                .Where(a => ProposalOf(a).ProposedBy.Id != user.Id)
                .Take(ITodaySource.MostItems)
                .Select(a => new TodayItemDto(
                    a.Membership == MembershipState.DecisionProposed
                        ? "Application.ConfirmMembership" : "Application.ConfirmAccreditation",
                    a.Id, a.ProviderName, ProposalOf(a).ProposedBy.Name, DueOn: a.NextDueOn)),
        ];
    }

    private static Decision ProposalOf(Application application) =>
        (application.Membership == MembershipState.DecisionProposed
            ? application.MembershipDecision : application.AccreditationDecision)!;
}
