using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>Undoes an overturned decision: what needs judgement is decided anew, the rest restored at once.</summary>
internal sealed class AppealEffects(IAccreditationDbContext db)
{
    public async Task ApplyAsync(
        Appeal appeal, Letter letter, Application application, DateTime now, CancellationToken ct)
    {
        switch (appeal.Subject)
        {
            case AppealSubject.Rejection:
                await RefuseIfAppliedAgainAsync(application, ct);
                application.ReopenMembership(appeal.Reasons!, now);
                break;
            case AppealSubject.Refusal:
                application.ReopenAccreditation(appeal.Reasons!, now);
                break;
            case AppealSubject.Suspension:
                await MoveAsync(letter, MemberTrigger.Reinstate, appeal.Reasons!, ct);
                break;
            case AppealSubject.AccreditationSuspension:
            case AppealSubject.Revocation:
                await RestoreStandingsAsync(letter, appeal.Reasons!, ct);
                break;
            default:
                await RefuseIfAppliedAgainAsync(application, ct);
                await MoveAsync(letter, MemberTrigger.Restore, appeal.Reasons!, ct);
                application.Restore(appeal.Reasons!);
                break;
        }
    }

    /// <summary>Lots that have moved on since stay as they are.</summary>
    private async Task MoveAsync(Letter letter, MemberTrigger trigger, string reason, CancellationToken ct)
    {
        var action = await db.MemberActions.SingleAsync(a => a.Id == letter.MemberActionId, ct);
        var lots = await db.Memberships
            .Where(m => m.ApplicationId == action.ApplicationId && action.LotIds.Contains(m.LotId)).ToListAsync(ct);
        foreach (var lot in lots.Where(m => MemberStates.Transitions.CanFire(m.State, trigger)))
        {
            lot.Move(trigger, reason);
        }
    }

    /// <summary>Lots that have moved on since stay as they are.</summary>
    private async Task RestoreStandingsAsync(Letter letter, string reason, CancellationToken ct)
    {
        var action = await db.StandingActions.SingleAsync(a => a.Id == letter.MemberActionId, ct);
        var lots = await db.Standings
            .Where(s => s.ApplicationId == action.ApplicationId && action.LotIds.Contains(s.LotId)).ToListAsync(ct);
        foreach (var lot in lots)
        {
            if (action.Kind == StandingActionKind.Revoke && lot.State == StandingState.Revoked)
            {
                lot.Restore(reason);
            }
            else if (action.Kind == StandingActionKind.Suspend && lot.State == StandingState.Suspended)
            {
                lot.Reinstate(reason);
            }
        }
    }

    /// <exception cref="BusinessException">The provider has a newer application to the scheme.</exception>
    private async Task RefuseIfAppliedAgainAsync(Application application, CancellationToken ct)
    {
        var others = await db.Applications.Where(a => a.ProviderId == application.ProviderId
            && a.SchemeId == application.SchemeId && a.Id != application.Id).ToListAsync(ct);
        if (others.FirstOrDefault(a => a.IsLive) is { } newer)
        {
            throw new BusinessException(AccreditationErrorCodes.AppliedAgain).WithData("reference", newer.Reference);
        }
    }
}
