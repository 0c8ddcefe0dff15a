using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfficerActions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Standings;

internal sealed class StandingAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests,
    StandingReader reader, StandingActs acts, TimeProvider clock) : IStandingAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public Task<PagedResult<StandingListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct) =>
        reader.GetListAsync(query, ct);

    public async Task<StandingDto> GetAsync(Guid id, CancellationToken ct)
    {
        var application = await desk.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<StandingDto> ProposeAsync(Guid id, ProposeStandingActionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockActionsAsync(id, ct);
        var application = await desk.TakeAsync(id, ct);
        var action = new StandingAction(application, input, Me, Now);
        await acts.CheckAsync(application, action, ct);
        await acts.RefuseSecondAsync(action, ct);
        application.RememberMemberAction($"ProposeStanding{action.Kind}", input.Reasons);
        db.StandingActions.Add(action);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public Task<StandingDto> ConfirmAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct) =>
        SettleAsync(id, actionId, input.Version, a => a.Confirm(Me, Now), ct);

    public Task<StandingDto> CarryOutAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct) =>
        SettleAsync(id, actionId, input.Version, a => a.CarryOut(Me, Now), ct);

    public async Task<StandingDto> DropAsync(Guid id, Guid actionId, ReasonDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        action.Drop(input.Reason, Me, Now);
        application.RememberMemberAction($"DropStanding{action.Kind}", input.Reason);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<StandingDto> RepresentAsync(Guid id, Guid actionId, RepresentDto input, CancellationToken ct)
    {
        var application = await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Application), id);
        var action = await ActionAsync(id, actionId, input.Version, ct);
        action.Represent(input.Text, Now);
        application.RememberMemberAction("Represent");
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <summary>Letter, standings and conditions follow the action in its transaction; no award falls in between.</summary>
    private async Task<StandingDto> SettleAsync(
        Guid id, Guid actionId, uint version, Action<StandingAction> move, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ChangeStandingsAsync(
            await db.Standings.AsNoTracking().Where(s => s.ApplicationId == id).Select(s => s.LotId).ToListAsync(ct),
            ct);
        var action = await ActionAsync(id, actionId, version, ct);
        await interests.RefuseConflictedProposerAsync(id, action.ProposedBy, ct);
        move(action);
        await acts.ApplyAsync(application, action, Me, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <exception cref="EntityNotFoundException">There is no such action on this accreditation.</exception>
    private async Task<StandingAction> ActionAsync(Guid id, Guid actionId, uint version, CancellationToken ct)
    {
        var action = await db.StandingActions.SingleOrDefaultAsync(
            a => a.Id == actionId && a.ApplicationId == id
                && (a.ConfirmedAt != null || a.HostAuthorityId == user.OrganisationId),
            ct)
            ?? throw new EntityNotFoundException(typeof(StandingAction), actionId);
        action.EnsureUnchangedSince(version);
        return action;
    }
}
