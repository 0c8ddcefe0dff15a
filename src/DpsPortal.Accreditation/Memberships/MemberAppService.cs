using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.OfficerActions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Memberships;

internal sealed class MemberAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests, MemberReader reader,
    TimeProvider clock) : IMemberAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public Task<PagedResult<MemberListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct) =>
        reader.GetListAsync(query, ct);

    public async Task<MemberDto> GetAsync(Guid id, CancellationToken ct)
    {
        var application = await desk.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<MemberDto> ProposeAsync(Guid id, ProposeMemberActionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockActionsAsync(id, ct);
        var application = await desk.TakeAsync(id, ct);
        var action = new MemberAction(application, input, Me, Now);
        var lots = await LotsOfAsync(action, ct);
        if (action.LotIds.Count == 0 || lots.Count < action.LotIds.Count)
        {
            throw new InvalidInputException("lotIds", "Choose lots that the provider is a member of.");
        }

        lots.ForEach(m => MemberStates.Transitions.Fire(m.State, action.Trigger));
        await RefuseSecondAsync(action, ct);
        application.RememberMemberAction($"Propose{action.Kind}", input.Reasons);
        db.MemberActions.Add(action);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<MemberDto> ConfirmAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        await interests.RefuseConflictedProposerAsync(id, action.ProposedBy, ct);
        action.Confirm(Me, Now);
        return await SettleAsync(application, action, ct);
    }

    public async Task<MemberDto> CarryOutAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        await interests.RefuseConflictedProposerAsync(id, action.ProposedBy, ct);
        action.CarryOut(Me, Now);
        return await SettleAsync(application, action, ct);
    }

    public async Task<MemberDto> DropAsync(Guid id, Guid actionId, ReasonDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        action.Drop(input.Reason, Me, Now);
        application.RememberMemberAction($"Drop{action.Kind}", input.Reason);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<MemberDto> RepresentAsync(Guid id, Guid actionId, RepresentDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        action.Represent(input.Text, Now);
        application.RememberMemberAction("Represent");
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<MemberDto> LeaveAsync(Guid id, LeaveDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        application.Leave(input.Reason);
        var lots = await db.Memberships.Where(m => m.ApplicationId == id
            && (m.State == MemberState.Admitted || m.State == MemberState.Suspended)).ToListAsync(ct);
        lots.ForEach(m => m.Move(MemberTrigger.Leave, input.Reason));
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <summary>Letter, lots and application follow the action in its transaction.</summary>
    private async Task<MemberDto> SettleAsync(Application application, MemberAction action, CancellationToken ct)
    {
        var scheme = await db.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);
        db.Letters.Add(MemberLetters.Of(action, application, scheme, Me, Now));
        if (action.State == MemberActionState.Done)
        {
            var lots = await LotsOfAsync(action, ct);
            lots.ForEach(m => m.Move(action.Trigger, action.Reasons));
            var remaining = await db.Memberships.CountAsync(m => m.ApplicationId == application.Id
                && !action.LotIds.Contains(m.LotId)
                && (m.State == MemberState.Admitted || m.State == MemberState.Suspended), ct);
            if (action.Kind == MemberActionKind.Remove && remaining == 0)
            {
                application.Remove(action.Reasons);
            }
        }

        application.RememberMemberAction(
            action.State == MemberActionState.NoticeGiven ? "GiveNotice" : action.Kind.ToString(), action.Reasons);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <exception cref="BusinessException">One of the kind waits already for a lot of it.</exception>
    private async Task RefuseSecondAsync(MemberAction action, CancellationToken ct)
    {
        var open = await db.MemberActions.AsNoTracking().Where(a => a.ApplicationId == action.ApplicationId
                && a.Kind == action.Kind
                && (a.State == MemberActionState.Proposed || a.State == MemberActionState.NoticeGiven))
            .ToListAsync(ct);
        if (open.Any(a => a.LotIds.Intersect(action.LotIds).Any()))
        {
            throw new BusinessException(AccreditationErrorCodes.ActionOpen);
        }
    }

    private Task<List<Membership>> LotsOfAsync(MemberAction action, CancellationToken ct) =>
        db.Memberships.Where(m => m.ApplicationId == action.ApplicationId && action.LotIds.Contains(m.LotId))
            .ToListAsync(ct);

    /// <exception cref="EntityNotFoundException">There is no such action on this member.</exception>
    private async Task<MemberAction> ActionAsync(Guid id, Guid actionId, uint version, CancellationToken ct)
    {
        var action = await db.MemberActions.SingleOrDefaultAsync(
            a => a.Id == actionId && a.ApplicationId == id
                && (a.ConfirmedAt != null || a.HostAuthorityId == user.OrganisationId),
            ct)
            ?? throw new EntityNotFoundException(typeof(MemberAction), actionId);
        action.EnsureUnchangedSince(version);
        return action;
    }

    /// <exception cref="EntityNotFoundException">No such application, or another provider's.</exception>
    private async Task<Application> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);
}
