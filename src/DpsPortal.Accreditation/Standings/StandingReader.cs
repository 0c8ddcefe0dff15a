using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Accreditations and what was done to them, for either side.</summary>
internal sealed class StandingReader(
    IAccreditationDbContext db, ICurrentUser user, IPremisesIntegrationService premises, TimeProvider clock)
{
    private static readonly StandingActionKind[] OfLots =
    [
        StandingActionKind.Suspend, StandingActionKind.Reinstate, StandingActionKind.Revoke,
        StandingActionKind.CoverHomes,
    ];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What has to be looked at first: the next condition, then the first day an accreditation ends.</summary>
    public async Task<PagedResult<StandingListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct)
    {
        var own = db.Standings.AsNoTracking().Where(s => s.HostAuthorityId == user.OrganisationId);
        var found = db.Applications.AsNoTracking().Where(a => own.Any(s => s.ApplicationId == a.Id));
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            var words = search.ToUpperInvariant();
            found = found.Where(a => a.SearchText.Contains(words));
        }

        var count = await found.CountAsync(ct);
        var applications = await found
            .OrderBy(a => db.StandingConditions.Where(c => c.ApplicationId == a.Id && c.MetAt == null)
                    .Min(c => (DateOnly?)c.DueOn)
                ?? own.Where(s => s.ApplicationId == a.Id).Min(s => s.AccreditedUntil))
            .ThenBy(a => a.ProviderName).ThenBy(a => a.Reference)
            .OnPage(query).ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var standings = (await own.Where(s => ids.Contains(s.ApplicationId)).ToListAsync(ct))
            .ToLookup(s => s.ApplicationId);
        var schemeIds = applications.Select(a => a.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Include(s => s.Lots).Where(s => schemeIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, ct);
        var open = (await db.StandingConditions.AsNoTracking()
            .Where(c => ids.Contains(c.ApplicationId) && c.MetAt == null).ToListAsync(ct))
            .ToLookup(c => c.ApplicationId);
        var actions = await db.StandingActions.Where(a => ids.Contains(a.ApplicationId)
                && (a.State == MemberActionState.Proposed || a.State == MemberActionState.NoticeGiven))
            .GroupBy(a => a.ApplicationId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return new PagedResult<StandingListItemDto>(
            count,
            [
                .. applications.Select(a => new StandingListItemDto(
                    a.Id, a.Reference, a.ProviderName, schemes[a.SchemeId].Name,
                    LotsOf(standings[a.Id], schemes[a.SchemeId], byProvider: false),
                    open[a.Id].Count(), open[a.Id].Min(c => (DateOnly?)c.DueOn), actions.GetValueOrDefault(a.Id))),
            ]);
    }

    public async Task<StandingDto> ReadAsync(Application application, CancellationToken ct)
    {
        var byProvider = application.ProviderId == user.OrganisationId;
        var scheme = await db.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);
        var standings = await db.Standings.Where(s => s.ApplicationId == application.Id).ToListAsync(ct);
        var conditions = await db.StandingConditions.Where(c => c.ApplicationId == application.Id)
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
        var actions = await db.StandingActions
            .Where(a => a.ApplicationId == application.Id && (!byProvider || a.ConfirmedAt != null))
            .OrderByDescending(a => a.ProposedAt).ToListAsync(ct);
        var homes = await HomesAsync(application, standings, ct);
        var lots = LotsOf(standings, scheme, byProvider);
        return new StandingDto(
            application.Id, application.ProviderName, scheme.Name, lots,
            [
                .. conditions.Select(c => new StandingConditionDto(
                    c.Id, c.Text, c.DueOn, c.IsOverdue(Now), c.MetAt, c.Evidence)),
            ],
            homes,
            [.. actions.Select(a => ToDto(a, scheme, Subjects(a, conditions, homes), byProvider))],
            PermittedOf(lots, conditions, byProvider));
    }

    /// <summary>Conditions or homes of an action, in words.</summary>
    public static IReadOnlyList<string> Subjects(
        StandingAction action, IReadOnlyList<StandingCondition> conditions, IReadOnlyList<CoveredHomeDto> homes) =>
    [
        .. conditions.Where(c => action.ConditionIds.Contains(c.Id)).Select(c => c.Text),
        .. homes.Where(h => action.PremisesIds.Contains(h.PremisesId)).Select(h => $"{h.Name}, {h.OutwardCode}"),
    ];

    /// <summary>The provider's homes, covered or not; for the latest day of any lot.</summary>
    public async Task<IReadOnlyList<CoveredHomeDto>> HomesAsync(
        Application application, IReadOnlyList<Standing> standings, CancellationToken ct)
    {
        var homes = await premises.GetOfProviderAsync(application.ProviderId, ct);
        var covered = standings.SelectMany(s => s.PremisesCovered(Now)).ToHashSet();
        return
        [
            .. homes.OrderBy(h => h.Name, StringComparer.Ordinal).Select(h =>
            {
                var latest = standings.SelectMany(s => s.Homes).Where(c => c.PremisesId == h.Id).MaxBy(c => c.Until);
                return new CoveredHomeDto(
                    h.Id, h.Name, h.OutwardCode, latest?.From, latest?.Until, covered.Contains(h.Id));
            }),
        ];
    }

    private IReadOnlyList<StandingLotDto> LotsOf(IEnumerable<Standing> standings, Scheme scheme, bool byProvider)
    {
        var today = LondonTime.DateOf(Now);
        return
        [
            .. standings.Select(s => (Standing: s, Lot: scheme.LotOf(s.LotId))).OrderBy(s => s.Lot.Number)
                .Select(s => new StandingLotDto(
                    s.Lot.Id, s.Lot.Number, s.Lot.Name, s.Standing.StateOn(today), s.Standing.IsAccredited(Now),
                    s.Standing.AccreditedFrom, s.Standing.AccreditedUntil,
                    byProvider ? [] : [.. OfLots.Where(kind => Permits(s.Standing.StateOn(today), kind))])),
        ];
    }

    /// <summary>Whether an accreditation in this state is open to the action.</summary>
    public static bool Permits(StandingState state, StandingActionKind kind) => kind switch
    {
        StandingActionKind.Suspend => StandingStates.Transitions.CanFire(state, StandingTrigger.Suspend),
        StandingActionKind.Reinstate => StandingStates.Transitions.CanFire(state, StandingTrigger.Reinstate),
        StandingActionKind.Revoke => StandingStates.Transitions.CanFire(state, StandingTrigger.Revoke),
        _ => state is StandingState.Accredited or StandingState.AccreditedWithConditions or StandingState.Suspended,
    };

    private static IReadOnlyList<StandingActionKind> PermittedOf(
        IReadOnlyList<StandingLotDto> lots, IReadOnlyList<StandingCondition> conditions, bool byProvider) => byProvider
        ? []
        :
        [
            .. OfLots.Where(kind => lots.Any(l => l.PermittedActions.Contains(kind))),
            .. conditions.Any(c => c.MetAt is null)
                && lots.Any(l => Permits(l.State, StandingActionKind.MeetConditions))
                    ? new[] { StandingActionKind.MeetConditions }
                    : [],
        ];

    private StandingActionDto ToDto(
        StandingAction action, Scheme scheme, IReadOnlyList<string> subjects, bool byProvider)
    {
        var isAnother = action.ProposedBy.Id != user.Id;
        return new StandingActionDto(
            action.Id, action.Kind, action.State,
            [.. action.LotIds.Select(l => scheme.LotOf(l).Number).Order()],
            subjects, action.Reasons, action.ImmediateRisk, action.ProposedBy.Id, action.ProposedBy.Name,
            action.ProposedAt, action.ConfirmedBy?.Name, action.ConfirmedAt, action.RepresentationsUntil,
            action.Representations, action.SettledAt, action.DropReason,
            !byProvider && isAnother && action.State == MemberActionState.Proposed,
            !byProvider && isAnother && action.NoticeIsOver(Now),
            !byProvider && action.IsOpen && (isAnother || action.State == MemberActionState.Proposed),
            byProvider && action.TakesRepresentations(Now),
            action.Version);
    }
}
