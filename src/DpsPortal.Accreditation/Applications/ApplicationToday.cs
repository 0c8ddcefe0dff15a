using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Applications;

/// <summary>What an application wants next, of its provider or of the host authority's officers.</summary>
internal sealed class ApplicationToday(
    IAccreditationDbContext db, FitnessToday fitness, INewsRead news, ICurrentUser user, TimeProvider clock)
    : ITodaySource
{
    private const string Letter = "Application.ReadLetter";
    private const int DaysOfLetters = 14;

    private static readonly MembershipState[] Undecided = [MembershipState.Submitted, MembershipState.InEvaluation];

    private static readonly AccreditationState[] InStages =
    [
        AccreditationState.NotStarted, AccreditationState.FitAndProperTest, AccreditationState.SaferRecruitmentReview,
        AccreditationState.PropertyVisit, AccreditationState.AwaitingDecision,
    ];

    public IReadOnlyList<string> NewsKinds => [Letter];

    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply) ? await OfProviderAsync(ct)
        : user.Has(Permissions.Review) ? await OfOfficerAsync(ct)
        : [];

    private async Task<IReadOnlyList<TodayItemDto>> OfOfficerAsync(CancellationToken ct)
    {
        var sentBack = await SentBackAsync(ct);
        var ofPeople = await fitness.GetAsync(ct);
        // Where a line says what to do next, another that says to carry on is one too many.
        var told = sentBack.Concat(ofPeople).Select(i => i.Id!.Value).Distinct().ToList();
        return [.. await ToConfirmAsync(ct), .. sentBack, .. ofPeople, .. await ToDecideAsync(told, ct)];
    }

    private async Task<IReadOnlyList<TodayItemDto>> OfProviderAsync(CancellationToken ct)
    {
        var own = await db.Applications.AsNoTracking().Where(a => a.ProviderId == user.OrganisationId)
            .Join(
                db.Schemes, a => a.SchemeId, s => s.Id,
                (a, s) => new { a.Id, a.Membership, a.Accreditation, a.Reference, a.NextDueOn, s.Name, s.HostAuthorityName })
            .ToListAsync(ct);
        return own.Count == 0
            ? [new TodayItemDto("Application.Start", null, user.OrganisationName)]
            :
            [
                .. own.Where(a => a.Membership == MembershipState.Draft).Take(ITodaySource.MostItems)
                    .Select(a => new TodayItemDto("Application.Finish", a.Id, a.Name, a.Reference)),
                .. await LettersAsync(ct),
                .. own.Where(a => WaitsForHost(a.Membership, a.Accreditation)).Take(ITodaySource.MostItems)
                    .Select(a => new TodayItemDto(
                        a.Membership == MembershipState.Admitted ? "Application.BeAccredited" : "Application.Await",
                        a.Id, a.Name, a.HostAuthorityName,
                        DueOn: a.Membership == MembershipState.Admitted ? null : a.NextDueOn)),
            ];
    }

    private static bool WaitsForHost(MembershipState membership, AccreditationState accreditation) =>
        Undecided.Contains(membership) || membership == MembershipState.DecisionProposed
        || (membership == MembershipState.Admitted
            && (InStages.Contains(accreditation) || accreditation == AccreditationState.DecisionProposed));

    /// <summary>Of the last two weeks, until somebody opens them.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> LettersAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-DaysOfLetters);
        var read = (await news.GetAsync(Letter, ct)).Keys.ToList();
        var letters = await db.Letters.AsNoTracking()
            .Where(l => l.ProviderId == user.OrganisationId && l.IssuedAt > since && !read.Contains(l.Id))
            .OrderByDescending(l => l.IssuedAt).ThenBy(l => l.Id).Take(ITodaySource.MostItems).ToListAsync(ct);
        return
        [
            .. letters.Select(l => new TodayItemDto(Letter, l.ApplicationId, l.Text.Title, PartId: l.Id)),
        ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> ToDecideAsync(
        IReadOnlyCollection<Guid> told, CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var waiting = await db.ApplicationsOpenTo(user).AsNoTracking()
            .Where(a => !told.Contains(a.Id)
                && (a.NextDueOn != null || a.Accreditation == AccreditationState.AwaitingDecision)
                && (a.AssignedToId == null || a.AssignedToId == user.Id)
                && (Undecided.Contains(a.Membership)
                    || (a.Membership == MembershipState.Admitted && InStages.Contains(a.Accreditation))))
            .OrderBy(a => a.NextDueOn ?? today).ThenBy(a => a.Id)
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

    /// <summary>Own proposals that a colleague sent back.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> SentBackAsync(CancellationToken ct)
    {
        var returned = await db.ApplicationsOpenTo(user).AsNoTracking()
            .Where(a => a.Returned != null
                && (a.Membership == MembershipState.InEvaluation || a.Accreditation == AccreditationState.AwaitingDecision))
            .OrderBy(a => a.NextDueOn).ThenBy(a => a.Id)
            .ToListAsync(ct);
        return
        [
            .. returned.Where(a => a.Returned!.Proposal.ProposedBy.Id == user.Id && a.Returned.By.Id != user.Id)
                .Take(ITodaySource.MostItems)
                .Select(a => new TodayItemDto(
                    a.Membership == MembershipState.InEvaluation
                        ? "Application.MembershipSentBack" : "Application.AccreditationSentBack",
                    a.Id, a.ProviderName, a.Returned!.By.Name, DueOn: a.NextDueOn)),
        ];
    }

    /// <summary>Proposals of others: nobody confirms their own.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToConfirmAsync(CancellationToken ct)
    {
        var proposed = await db.ApplicationsOpenTo(user).AsNoTracking()
            .Where(a => a.Membership == MembershipState.DecisionProposed
                || a.Accreditation == AccreditationState.DecisionProposed)
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
