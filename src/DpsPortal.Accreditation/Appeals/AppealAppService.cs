using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Appeals;

internal sealed class AppealAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests, AppealEffects effects,
    TimeProvider clock) : IAppealAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<AppealsDto> GetAsync(Guid id, CancellationToken ct)
    {
        var application = await desk.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return await ReadAsync(application, ct);
    }

    public async Task<AppealsDto> LodgeAsync(Guid id, LodgeAppealDto input, CancellationToken ct)
    {
        var application = await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Application), id);
        var letter = await db.Letters.SingleOrDefaultAsync(l => l.Id == input.LetterId && l.ApplicationId == id, ct)
            ?? throw new EntityNotFoundException(typeof(Letter), input.LetterId);
        db.Appeals.Add(new Appeal(letter, application.Reference, input.Grounds, user.Name, Now));
        application.RememberAppeal("LodgeAppeal");
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    public async Task<AppealsDto> ProposeAsync(
        Guid id, Guid appealId, ProposeAppealOutcomeDto input, CancellationToken ct)
    {
        var (application, appeal) = await TakenAsync(id, appealId, input.Version, ct);
        appeal.Propose(input.Outcome, input.Reasons, Me, Now);
        application.RememberAppeal("ProposeAppealOutcome", input.Reasons);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    public async Task<AppealsDto> ConfirmAsync(Guid id, Guid appealId, VersionDto input, CancellationToken ct)
    {
        var (application, appeal) = await TakenAsync(id, appealId, input.Version, ct);
        if (appeal.ProposedBy is { } proposer)
        {
            await interests.RefuseConflictedProposerAsync(id, proposer, ct);
        }

        appeal.Confirm(Me, Now);
        var scheme = await db.Schemes.SingleAsync(s => s.Id == application.SchemeId, ct);
        var letter = await db.Letters.SingleAsync(l => l.Id == appeal.LetterId, ct);
        if (appeal.State == AppealState.Overturned)
        {
            await effects.ApplyAsync(appeal, letter, application, Now, ct);
        }

        db.Letters.Add(AppealLetters.Of(appeal, application, scheme));
        application.RememberAppeal(
            appeal.State == AppealState.Overturned ? "OverturnDecision" : "UpholdDecision", appeal.Reasons);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    public async Task<AppealsDto> SendBackAsync(Guid id, Guid appealId, ReasonDto input, CancellationToken ct)
    {
        var (application, appeal) = await TakenAsync(id, appealId, input.Version, ct);
        appeal.SendBack(input.Reason, Me);
        application.RememberAppeal("SendBackAppeal", input.Reason);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    private async Task<(Application Application, Appeal Appeal)> TakenAsync(
        Guid id, Guid appealId, uint version, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var appeal = await db.Appeals.SingleOrDefaultAsync(a => a.Id == appealId && a.ApplicationId == id, ct)
            ?? throw new EntityNotFoundException(typeof(Appeal), appealId);
        appeal.EnsureUnchangedSince(version);
        return (application, appeal);
    }

    private async Task<AppealsDto> ReadAsync(Application application, CancellationToken ct)
    {
        var byProvider = application.ProviderId == user.OrganisationId;
        var today = LondonTime.DateOf(Now);
        var appeals = await db.Appeals.Where(a => a.ApplicationId == application.Id)
            .OrderByDescending(a => a.LodgedAt).ToListAsync(ct);
        var letters = await db.Letters.Where(l => l.ApplicationId == application.Id && l.AppealUntil >= today)
            .OrderBy(l => l.IssuedAt).ToListAsync(ct);
        return new AppealsDto(
            application.Id,
            byProvider
                ?
                [
                    .. letters.Where(l => appeals.All(a => a.LetterId != l.Id))
                        .Select(l => new AppealableLetterDto(l.Id, l.Text.Title, l.AppealUntil!.Value)),
                ]
                : [],
            [.. appeals.Select(a => ToDto(a, byProvider))]);
    }

    /// <summary>The provider reads an outcome once it is confirmed.</summary>
    private AppealDto ToDto(Appeal appeal, bool byProvider)
    {
        var shown = !byProvider || appeal.IsAnswered;
        var maySit = !byProvider && !appeal.DecidedBy.Contains(user.Id);
        return new AppealDto(
            appeal.Id, appeal.LetterId, appeal.LetterTitle, appeal.Subject,
            shown ? appeal.State : AppealState.Lodged,
            appeal.Grounds, appeal.LodgedByName, appeal.LodgedAt, appeal.AnswerBy, appeal.IsOverdue(Now),
            shown ? appeal.Outcome : null,
            shown ? appeal.Reasons : null,
            byProvider ? null : appeal.ProposedBy?.Name,
            byProvider ? null : appeal.ProposedAt,
            byProvider ? null : appeal.ConfirmedBy?.Name,
            appeal.ConfirmedAt, maySit,
            maySit && appeal.State == AppealState.Lodged,
            maySit && appeal.State == AppealState.OutcomeProposed && appeal.ProposedBy?.Id != user.Id,
            appeal.Version);
    }
}
