using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Whether an action can be, when it is proposed and again when it takes effect; and its effect.</summary>
internal sealed class StandingActs(
    IAccreditationDbContext db, StandingReader reader, IPremisesIntegrationService premises, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => LondonTime.DateOf(Now);

    /// <exception cref="InvalidInputException">Nothing was chosen, or what is not there.</exception>
    /// <exception cref="BusinessException">Its state, a condition or a visit does not allow it.</exception>
    public async Task CheckAsync(Application application, StandingAction action, CancellationToken ct)
    {
        var conditions = await OpenConditionsAsync(application.Id, ct);
        if (action.Kind == StandingActionKind.MeetConditions)
        {
            RefuseUnlessOpen(action, conditions);
            return;
        }

        var standings = await StandingsAsync(action, ct);
        if (action.LotIds.Count == 0 || standings.Count < action.LotIds.Count)
        {
            throw new InvalidInputException("lotIds", "Choose lots in which the provider was accredited.");
        }

        foreach (var state in standings.Select(s => s.StateOn(Today)))
        {
            RefuseUnlessPermitted(state, action.Kind);
        }

        if (action.Kind == StandingActionKind.Reinstate)
        {
            conditions.ForEach(c => c.RefuseWhenOverdue(Now));
        }
        else if (action.Kind == StandingActionKind.CoverHomes)
        {
            await RefuseUnlessVisitedAsync(application, action, ct);
        }
    }

    /// <exception cref="BusinessException">Another of the kind waits for its second officer.</exception>
    public async Task RefuseSecondAsync(StandingAction action, CancellationToken ct)
    {
        if (await db.StandingActions.AnyAsync(
            a => a.ApplicationId == action.ApplicationId && a.Kind == action.Kind
                && (a.State == MemberActionState.Proposed || a.State == MemberActionState.NoticeGiven),
            ct))
        {
            throw new BusinessException(AccreditationErrorCodes.ActionOpen);
        }
    }

    /// <summary>What days have done comes first; then the action, its letter and its line of history.</summary>
    public async Task ApplyAsync(Application application, StandingAction action, Officer officer, CancellationToken ct)
    {
        var all = await db.Standings.Where(s => s.ApplicationId == application.Id).ToListAsync(ct);
        await StandingDays.SettleAsync(db, application, all, Now, ct);
        await CheckAsync(application, action, ct);
        var scheme = await db.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);
        var conditions = await db.StandingConditions.Where(c => c.ApplicationId == application.Id)
            .OrderBy(c => c.DueOn).ToListAsync(ct);
        var subjects = StandingReader.Subjects(action, conditions, await reader.HomesAsync(application, all, ct));
        db.Letters.Add(StandingLetters.Of(action, application, scheme, subjects, officer, Now));
        if (action.State == MemberActionState.Done)
        {
            Carry(action, [.. all.Where(s => action.LotIds.Contains(s.LotId))], all, conditions);
        }

        application.RememberMemberAction(HistoryOf(action), action.Reasons);
    }

    private void Carry(
        StandingAction action, List<Standing> chosen, List<Standing> all, List<StandingCondition> conditions)
    {
        switch (action.Kind)
        {
            case StandingActionKind.Suspend:
                chosen.ForEach(s => s.Suspend(action.Reasons));
                break;
            case StandingActionKind.Reinstate:
                chosen.ForEach(s => s.Reinstate(action.Reasons));
                break;
            case StandingActionKind.Revoke:
                chosen.ForEach(s => s.Revoke(action.Reasons));
                break;
            case StandingActionKind.CoverHomes:
                chosen.ForEach(s => s.Cover(action.PremisesIds, Today));
                break;
            default:
                conditions.Where(c => action.ConditionIds.Contains(c.Id)).ToList()
                    .ForEach(c => c.Meet(action.Reasons, Now));
                var next = conditions.Where(c => c.MetAt is null).Min(c => (DateOnly?)c.DueOn);
                all.ForEach(s => s.RememberConditions(next, action.Reasons));
                break;
        }
    }

    private static string HistoryOf(StandingAction action) => action switch
    {
        { State: MemberActionState.NoticeGiven } => "NoticeOfRevocation",
        { Kind: StandingActionKind.MeetConditions or StandingActionKind.CoverHomes } => action.Kind.ToString(),
        _ => $"{action.Kind}Accreditation",
    };

    private static void RefuseUnlessOpen(StandingAction action, List<StandingCondition> open)
    {
        if (action.ConditionIds.Count == 0 || action.ConditionIds.Except(open.Select(c => c.Id)).Any())
        {
            throw new InvalidInputException("conditionIds", "Choose conditions that are still open.");
        }
    }

    private static void RefuseUnlessPermitted(StandingState state, StandingActionKind kind)
    {
        if (!StandingReader.Permits(state, kind))
        {
            throw new InvalidTransitionException(
                state.ToString(), kind.ToString(),
                [.. Enum.GetValues<StandingActionKind>().Where(k => StandingReader.Permits(state, k)).Select(k => k.ToString())]);
        }
    }

    private async Task RefuseUnlessVisitedAsync(Application application, StandingAction action, CancellationToken ct)
    {
        var homes = (await premises.GetOfProviderAsync(application.ProviderId, ct))
            .Where(h => action.PremisesIds.Contains(h.Id)).ToList();
        if (homes.Count == 0 || homes.Count < action.PremisesIds.Count)
        {
            throw new InvalidInputException("premisesIds", "Choose homes of the provider.");
        }

        var visits = await premises.GetVisitsAsync(application.Id, ct);
        var since = Today.AddMonths(-Standing.HomeMonths);
        foreach (var home in homes)
        {
            if (!visits.Any(v => v.PremisesId == home.Id && v.Mode == VisitMode.InPerson
                && v is { State: VisitState.Completed, Passed: true } && LondonTime.DateOf(v.ScheduledAt) >= since))
            {
                throw new BusinessException(AccreditationErrorCodes.HomeNotVisited).WithData("home", home.Name);
            }
        }
    }

    private Task<List<Standing>> StandingsAsync(StandingAction action, CancellationToken ct) => db.Standings
        .Where(s => s.ApplicationId == action.ApplicationId && action.LotIds.Contains(s.LotId)).ToListAsync(ct);

    private Task<List<StandingCondition>> OpenConditionsAsync(Guid applicationId, CancellationToken ct) =>
        db.StandingConditions.Where(c => c.ApplicationId == applicationId && c.MetAt == null)
            .OrderBy(c => c.DueOn).ToListAsync(ct);
}
