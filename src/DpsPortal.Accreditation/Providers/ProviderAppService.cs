using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Providers;

internal sealed class ProviderAppService(
    IAccreditationDbContext db, ICurrentUser user, DeclaredInterests interests, OfstedProviders ofsted,
    IPremisesIntegrationService premises, IProviderImportService evidence, IAuditTrail audit, TimeProvider clock)
    : IProviderAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ProviderDto> GetAsync(Guid id, CancellationToken ct)
    {
        var applications = await ApplicationsAsync(id, ct);
        var today = LondonTime.DateOf(Now);
        var ids = applications.Select(a => a.Id).ToList();
        var memberships = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.ApplicationId)).ToListAsync(ct);
        var visits = await premises.GetVisitsOfProviderAsync(id, ct);
        var homes = await premises.GetOfProviderAsync(id, ct);
        var answers = applications[0].Answers;
        var expiries = ProviderExpiries.Of(answers.Insurance, homes, today);
        var plan = (await evidence.GetPlansAsync([id], ct)).GetValueOrDefault(id);
        return new ProviderDto
        {
            Id = id,
            Name = applications[0].ProviderName,
            CompanyNumber = answers.Organisation?.CompanyNumber,
            MemberSince = memberships.Min(m => (DateTime?)m.AdmittedAt),
            ContactName = answers.Organisation?.ContactName,
            ContactEmail = answers.Organisation?.ContactEmail,
            ContactPhone = answers.Organisation?.ContactPhone,
            Managers = Named(answers, PersonRole.RegisteredServiceManager),
            NominatedIndividuals = Named(answers, PersonRole.NominatedIndividual),
            Urn = answers.Ofsted is { Registered: true } registration ? registration.Urn : null,
            OfstedStatus = (await ofsted.LatestOfAsync(id, ct))?.ToDto(),
            Lots = await LotsAsync(applications, memberships, today, ct),
            Homes = [.. homes.Select(h => ToDto(h, [.. visits.Where(v => v.PremisesId == h.Id)], today))],
            Expiries = [.. expiries.Take(ProviderConsts.MaxLines)],
            ExpiryCount = expiries.Count,
            OpenConditions = await ConditionsAsync(id, ct),
            EvidenceMissing = plan?.Missing ?? 0,
            EvidenceOverdue = plan?.Overdue ?? 0,
            Visits =
            [
                .. visits.Take(ProviderConsts.MaxLines).Select(v => new ProviderVisitDto(
                    v.Id, v.PremisesName, v.ScheduledAt, v.Mode == VisitMode.InPerson,
                    v.Notice == VisitNotice.Announced, v.State.ToString(), v.Passed)),
            ],
            History = await audit.GetLatestAsync(nameof(Application), ids, ProviderConsts.MaxLines, ct),
        };
    }

    /// <summary>The newest first.</summary>
    /// <exception cref="EntityNotFoundException">It never applied to the caller's authority.</exception>
    private async Task<IReadOnlyList<Application>> ApplicationsAsync(Guid id, CancellationToken ct)
    {
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.ProviderId == id && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null)
            .OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(ct);
        if (applications.Count == 0)
        {
            throw new EntityNotFoundException(typeof(Application), id);
        }

        foreach (var application in applications)
        {
            await interests.RefuseConflictedReaderAsync(application.Id, ct);
        }

        return applications;
    }

    private static IReadOnlyList<string> Named(QuestionnaireDto answers, PersonRole role) =>
        [.. (answers.People?.People ?? []).Where(p => p.Roles.Contains(role)).Select(p => p.Name)];

    private async Task<IReadOnlyList<ProviderLotDto>> LotsAsync(
        IReadOnlyList<Application> applications, IReadOnlyList<Membership> memberships, DateOnly today,
        CancellationToken ct)
    {
        var schemeIds = applications.Select(a => a.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Include(s => s.Lots).Where(s => schemeIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, ct);
        var ids = applications.Select(a => a.Id).ToList();
        var standings = await db.Standings.AsNoTracking().Where(s => ids.Contains(s.ApplicationId)).ToListAsync(ct);
        return
        [
            .. applications.SelectMany(a => (a.Answers.LotsAndAreas?.LotIds ?? [])
                .Select(lotId => (Application: a, Scheme: schemes[a.SchemeId], Lot: schemes[a.SchemeId].LotOf(lotId)))
                .OrderBy(l => l.Lot.Number)
                .Select(l =>
                {
                    var standing = standings.Find(s => s.ApplicationId == a.Id && s.LotId == l.Lot.Id);
                    return new ProviderLotDto(
                        a.Id, a.Reference, l.Scheme.Name, l.Lot.Id, l.Lot.Number, l.Lot.Name,
                        memberships.SingleOrDefault(m => m.ApplicationId == a.Id && m.LotId == l.Lot.Id)?.State,
                        standing?.StateOn(today), standing?.AccreditedUntil);
                })),
        ];
    }

    private static ProviderHomeDto ToDto(PremisesSummary home, IReadOnlyList<VisitListItemDto> visits, DateOnly today)
    {
        var last = visits.FirstOrDefault(v => v.State == VisitState.Completed);
        var next = ProviderExpiries.Of(null, [home], today) is [var first, ..] ? first : null;
        return new ProviderHomeDto(
            home.Id, home.Name, home.OutwardCode, home.AreaAuthority, home.Category, home.Places.Count, home.Usable,
            home.StandingReasons, next, last?.ScheduledAt, last?.Passed,
            visits.LastOrDefault(v => v.State == VisitState.Booked)?.ScheduledAt);
    }

    private async Task<IReadOnlyList<ProviderConditionDto>> ConditionsAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        var open = await db.StandingConditions.AsNoTracking()
            .Where(c => c.ProviderId == id && c.HostAuthorityId == user.OrganisationId && c.MetAt == null)
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
        return [.. open.Select(c => new ProviderConditionDto(c.ApplicationId, c.Text, c.DueOn, c.IsOverdue(now)))];
    }
}
