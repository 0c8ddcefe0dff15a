using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Applications;

internal sealed class FitnessAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests,
    IDocumentIntegrationService documents, ApplicationReader reader, TimeProvider clock) : IFitnessAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<ApplicationDto> RecordFitnessAsync(
        Guid id, Guid personId, RecordFitnessDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        await RefuseForeignEvidenceAsync(application, input.Checks, ct);
        application.RecordFitness(personId, input, Me, Now);
        return await SaveAsync(application, ct);
    }

    public async Task<ApplicationDto> ConfirmFitnessAsync(
        Guid id, Guid personId, VersionDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        if (application.FitAndProperTest?.Of(personId).ProposedBy is { } proposer)
        {
            await interests.RefuseConflictedProposerAsync(id, proposer, ct);
        }

        application.ConfirmFitness(personId, Me, Now);
        return await SaveAsync(application, ct);
    }

    public Task<ApplicationDto> SendBackFitnessAsync(Guid id, Guid personId, ReasonDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.SendBackFitness(personId, input.Reason, Me), ct);

    public Task<ApplicationDto> ScoreInterviewAsync(
        Guid id, Guid personId, ScoreInterviewDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.ScoreInterview(personId, input, Me, Now), ct);

    public Task<ApplicationDto> AgreeInterviewAsync(
        Guid id, Guid personId, ScoreInterviewDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.AgreeInterview(personId, input, Me, Now), ct);

    /// <summary>Evidence is what this provider handed in, or the authority's own; never another provider's.</summary>
    private async Task RefuseForeignEvidenceAsync(
        Application application, IReadOnlyList<RecordFitnessCheckDto> checks, CancellationToken ct)
    {
        var ids = checks.Where(c => c.DocumentId is not null).Select(c => c.DocumentId!.Value).Distinct().ToList();
        var found = ids.Count == 0
            ? new Dictionary<Guid, DocumentSummary>()
            : await documents.GetByIdsAsync(ids, ct);
        for (var i = 0; i < checks.Count; i++)
        {
            if (checks[i].DocumentId is { } id
                && !(found.TryGetValue(id, out var file) && file.State != DocumentState.Refused
                    && (file.OrganisationId == application.ProviderId || file.OrganisationId == user.OrganisationId)))
            {
                throw new InvalidInputException(
                    $"checks[{i}].documentId", "Choose a file of the provider’s evidence, or add one of your own.");
            }
        }
    }

    private async Task<ApplicationDto> ChangeAsync(
        Guid id, uint version, Action<Application> change, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, version, ct);
        change(application);
        return await SaveAsync(application, ct);
    }

    private async Task<ApplicationDto> SaveAsync(Application application, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }
}
