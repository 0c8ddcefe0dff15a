using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Versions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Clarifications;

internal sealed class ClarificationAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, ApplicationReader reader,
    ApplicationSharing sharing, VersionKeeper versions, TimeProvider clock) : IClarificationAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ApplicationDto> AskAsync(Guid id, AskClarificationDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        db.Clarifications.Add(application.Ask(input, new Officer(user.Id, user.Name), Now));
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <summary>Files are shared and changed answers become the next version in one transaction.</summary>
    public async Task<ApplicationDto> AnswerAsync(
        Guid id, Guid clarificationId, AnswerClarificationDto input, CancellationToken ct)
    {
        var application = await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Application), id);
        var clarification = await OfAsync(application, clarificationId, input.Version, ct);
        clarification.Answer(input.Answer, input.DocumentIds, user.Name, Now);
        var changed = clarification.Sections.Count > 0 && application.HasPendingAnswers;
        if (changed)
        {
            var scheme = await reader.SchemeOfAsync(application, ct);
            application.TakeOverPending(await reader.MissingAsync(application, scheme, ct), Now);
        }

        application.Settle(clarification, ClarificationTrigger.Answer, Now);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (changed)
            {
                await versions.KeepAsync(application, VersionCause.Clarification, ct);
            }

            await db.SaveChangesAsync(ct);
            await sharing.ShareFilesAsync(application, clarification.DocumentIds, ct);
            if (changed)
            {
                await sharing.ShareWithHostAsync(application, ct);
            }

            await transaction.CommitAsync(ct);
        }

        return await reader.ReadAsync(application, ct);
    }

    public async Task<ApplicationDto> CloseAsync(Guid id, Guid clarificationId, VersionDto input, CancellationToken ct)
    {
        var (application, clarification) = await TakenAsync(id, clarificationId, input.Version, ct);
        clarification.Close(Now);
        application.Settle(clarification, ClarificationTrigger.Close, Now);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    public async Task<ApplicationDto> WithdrawAsync(
        Guid id, Guid clarificationId, ReasonDto input, CancellationToken ct)
    {
        var (application, clarification) = await TakenAsync(id, clarificationId, input.Version, ct);
        clarification.Withdraw(input.Reason, Now);
        application.Settle(clarification, ClarificationTrigger.Withdraw, Now, input.Reason);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    private async Task<(Application Application, Clarification Clarification)> TakenAsync(
        Guid id, Guid clarificationId, uint version, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        return (application, await OfAsync(application, clarificationId, version, ct));
    }

    /// <exception cref="EntityNotFoundException">The application has no such question.</exception>
    private async Task<Clarification> OfAsync(Application application, Guid id, uint version, CancellationToken ct)
    {
        var clarification = await db.Clarifications.SingleOrDefaultAsync(
            c => c.Id == id && c.ApplicationId == application.Id, ct)
            ?? throw new EntityNotFoundException(typeof(Clarification), id);
        clarification.EnsureUnchangedSince(version);
        return clarification;
    }
}
