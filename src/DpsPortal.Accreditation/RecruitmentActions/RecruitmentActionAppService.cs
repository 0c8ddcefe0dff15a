using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.RecruitmentActions;

internal sealed class RecruitmentActionAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, ApplicationReader reader,
    ApplicationSharing sharing, TimeProvider clock) : IRecruitmentActionAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ApplicationDto> ReportAsync(
        Guid id, Guid actionId, ReportRecruitmentActionDto input, CancellationToken ct)
    {
        var application = await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Application), id);
        var action = await OfAsync(application, actionId, input.Version, ct);
        action.Report(input.Note, input.DocumentId, user.Name, Now);
        application.RememberRecruitmentAction(RecruitmentActionTrigger.Report);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.SaveChangesAsync(ct);
            if (input.DocumentId is { } file)
            {
                await sharing.ShareFilesAsync(application, [file], ct);
            }

            await transaction.CommitAsync(ct);
        }

        return await reader.ReadAsync(application, ct);
    }

    public Task<ApplicationDto> AcceptAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct) =>
        SettleAsync(
            id, actionId, input.Version,
            (application, action) =>
            {
                action.Accept(new Officer(user.Id, user.Name), Now);
                application.RememberRecruitmentAction(RecruitmentActionTrigger.Accept);
            },
            ct);

    public Task<ApplicationDto> SendBackAsync(
        Guid id, Guid actionId, SendBackRecruitmentActionDto input, CancellationToken ct) =>
        SettleAsync(
            id, actionId, input.Version,
            (application, action) =>
            {
                action.SendBack(input.Reason, input.DueOn, Now);
                application.RememberRecruitmentAction(RecruitmentActionTrigger.SendBack, input.Reason);
            },
            ct);

    private async Task<ApplicationDto> SettleAsync(
        Guid id, Guid actionId, uint version, Action<Application, RecruitmentAction> settle, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        settle(application, await OfAsync(application, actionId, version, ct));
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <exception cref="EntityNotFoundException">The application has no such action.</exception>
    private async Task<RecruitmentAction> OfAsync(Application application, Guid id, uint version, CancellationToken ct)
    {
        var action = await db.RecruitmentActions.SingleOrDefaultAsync(
            a => a.Id == id && a.ApplicationId == application.Id, ct)
            ?? throw new EntityNotFoundException(typeof(RecruitmentAction), id);
        action.EnsureUnchangedSince(version);
        return action;
    }
}
