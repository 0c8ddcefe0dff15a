using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Gathers what belongs to an application from this module and others, for its reader.</summary>
internal sealed class ApplicationReader(
    IAccreditationDbContext db, ICurrentUser user, IPremisesIntegrationService premises,
    IDocumentIntegrationService documents, DeclaredInterests interests, TimeProvider clock)
{
    public async Task<ApplicationDto> ReadAsync(Application application, CancellationToken ct)
    {
        var scheme = await SchemeOfAsync(application, ct);
        var homes = await premises.GetListAsync([.. AllPremisesOf(application)], ct);
        var questions = await db.Clarifications.Where(c => c.ApplicationId == application.Id)
            .OrderBy(c => c.AskedAt).ToListAsync(ct);
        var actions = await db.RecruitmentActions.Where(a => a.ApplicationId == application.Id)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(ct);
        var names = await DocumentNamesAsync(
            application, ct,
            [.. questions.SelectMany(q => q.DocumentIds), .. actions.Select(a => a.DocumentId).OfType<Guid>()]);
        var visits = application.SubmittedAt is null ? [] : await premises.GetVisitsAsync(application.Id, ct);
        var declared = await interests.ReadAsync(application, ct);
        var view = new ApplicationView(
            application, scheme, homes, names, user.OrganisationId, clock.GetUtcNow().UtcDateTime, questions, declared,
            user.Id, actions);
        if (declared is { Mine: InterestStatus.Conflict })
        {
            return view.ToLockedDto();
        }

        return application.ProviderId == user.OrganisationId
            ? view.ToDto(visits)
            : view.ToDto(visits) with { SameAs = await db.ReadSameAnswersAsync(application, ct) };
    }

    /// <summary>Lines of a list; without documents, which no line shows.</summary>
    public async Task<IReadOnlyList<ApplicationListItemDto>> ToListAsync(
        IReadOnlyList<Application> applications, CancellationToken ct)
    {
        var schemeIds = applications.Select(a => a.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.Include(s => s.Lots).Where(s => schemeIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, ct);
        var homes = await premises.GetListAsync([.. applications.SelectMany(AllPremisesOf).Distinct()], ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. applications.Select(a => new ApplicationView(
                    a, schemes[a.SchemeId], homes, new Dictionary<Guid, string>(), user.OrganisationId, now, [])
                .ToListItem()),
        ];
    }

    public async Task<IReadOnlyList<Gap>> MissingAsync(Application application, Scheme scheme, CancellationToken ct)
    {
        var homes = await premises.GetListAsync([.. AllPremisesOf(application)], ct);
        var names = await DocumentNamesAsync(application, ct);
        return Questionnaire.Missing(
            application.PendingAnswers ?? application.Answers,
            ContextOf(application, scheme, homes, names, clock.GetUtcNow().UtcDateTime));
    }

    public Task<Scheme> SchemeOfAsync(Application application, CancellationToken ct) =>
        db.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);

    public Task<IReadOnlyList<VisitListItemDto>> VisitsAsync(Application application, CancellationToken ct) =>
        premises.GetVisitsAsync(application.Id, ct);

    private static IEnumerable<Guid> AllPremisesOf(Application application) =>
        application.PremisesIds.Union(application.PendingAnswers?.Premises?.PremisesIds ?? []);

    public static IReadOnlyList<Guid> DocumentIdsOf(Application application) => DocumentIdsOf(application.Answers);

    private static IReadOnlyList<Guid> DocumentIdsOf(QuestionnaireDto answers) =>
    [
        .. (answers.Insurance?.Policies ?? []).Where(p => p.DocumentId is not null)
            .Select(p => p.DocumentId!.Value).Distinct(),
    ];

    internal static QuestionnaireContext ContextOf(
        Application application, Scheme scheme, IReadOnlyList<PremisesSummary> homes,
        IReadOnlyDictionary<Guid, string> documentNames, DateTime now) => new(
        scheme.Lots,
        [.. homes.Where(h => h.ProviderId == application.ProviderId)],
        documentNames.Keys.ToHashSet(),
        LondonTime.DateOf(now));

    /// <summary>Of those that were not refused.</summary>
    private async Task<Dictionary<Guid, string>> DocumentNamesAsync(
        Application application, CancellationToken ct, IReadOnlyList<Guid>? more = null)
    {
        var found = await documents.GetByIdsAsync(
            [
                .. DocumentIdsOf(application.Answers), .. more ?? [],
                .. DocumentIdsOf(application.PendingAnswers ?? new QuestionnaireDto()),
                .. (application.FitAndProperTest?.People ?? []).SelectMany(p => p.Checks)
                    .Where(c => c.DocumentId is not null).Select(c => c.DocumentId!.Value),
            ],
            ct);
        return found.Values.Where(d => d.State != DocumentState.Refused).ToDictionary(d => d.Id, d => d.Name);
    }
}
