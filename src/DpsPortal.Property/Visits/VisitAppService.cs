using System.Data.Common;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Visits;

internal sealed class VisitAppService(
    IPropertyDbContext db, VisitQueries queries, IVisitApplications applications, VisitPhotos photos,
    IOrganisationIntegrationService organisations, IProviderInterests interests, ICurrentUser user, TimeProvider clock)
    : IVisitAppService
{
    private const string UniqueViolation = "23505";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<PagedResult<VisitListItemDto>> GetListAsync(PageQuery query, CancellationToken ct) =>
        queries.GetListAsync(query, ct);

    public async Task<VisitDto> GetAsync(Guid id, CancellationToken ct) => await ToDtoAsync(await OwnAsync(id, ct), ct);

    public async Task<VisitDto> BookAsync(BookVisitDto input, CancellationToken ct)
    {
        var home = await SharedAsync(input.PremisesId, ct);
        await interests.RefuseConflictedAsync(home.ProviderId, ct);
        if (input.ApplicationId is { } applicationId)
        {
            await applications.RefuseUnlessVisitableAsync(applicationId, home.Id, ct);
        }

        var booking = new VisitBooking(
            home.Id, home.ProviderId, user.OrganisationId, input.ApplicationId, input.ScheduledAt.UtcDateTime,
            input.Mode, input.Notice, user.Id);

        if (await OpenAsync(home.Id, ct) is { } open)
        {
            return await ToDtoAsync(SameOrRefused(open, booking), ct);
        }

        var visit = new Visit(Guid.NewGuid(), booking, Bedrooms(home), home.IsLicensable, Now);
        db.Visits.Add(visit);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException { SqlState: UniqueViolation })
        {
            db.ChangeTracker.Clear();
            visit = SameOrRefused((await OpenAsync(home.Id, ct))!, booking);
        }

        return await ToDtoAsync(visit, ct);
    }

    public async Task<IReadOnlyList<CancelledVisitDto>> GetCancelledAsync(Guid premisesId, CancellationToken ct) =>
        await db.Premises.AnyAsync(p => p.Id == premisesId && p.ProviderId == user.OrganisationId, ct)
            ?
            [
                .. (await queries.GetCancelledAsync(premisesId, ct))
                    .Select(v => new CancelledVisitDto(v.Id, v.ScheduledAt, v.AuthorityName)),
            ]
            : throw new EntityNotFoundException(typeof(Premises.Premises), premisesId);

    public async Task<VisitDto> SaveAnswersAsync(Guid id, SaveVisitAnswersDto input, CancellationToken ct)
    {
        var visit = await OwnAsync(id, ct);
        if (visit.State == VisitState.Booked)
        {
            var home = await SharedAsync(visit.PremisesId, ct);
            visit.Start(Bedrooms(home), home.IsLicensable, home.FullAddress, Now);
        }

        await photos.EnsureOwnAsync([.. input.Answers.SelectMany(a => a.PhotoIds ?? [])], ct);
        if (visit.SaveAnswers(input.Revision, input.Answers))
        {
            await db.SaveChangesAsync(ct);
        }

        return await ToDtoAsync(visit, ct);
    }

    public async Task<VisitDto> CompleteAsync(Guid id, CompleteVisitDto input, CancellationToken ct)
    {
        var visit = await OwnAsync(id, ct);
        var summary = input.Summary.Trim();
        if (visit.State == VisitState.Completed && visit.Summary == summary)
        {
            return await ToDtoAsync(visit, ct);
        }

        if (visit.State == VisitState.InProgress && visit.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        visit.Complete(summary, Now);
        var home = await SharedAsync(visit.PremisesId, ct);
        home.RecordVisit(visit.ToFindings(), Now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            visit = await OwnAsync(id, ct);
            if (visit.State != VisitState.Completed || visit.Summary != summary)
            {
                throw;
            }
        }

        return await ToDtoAsync(visit, ct);
    }

    public async Task<VisitDto> CancelAsync(Guid id, CancelVisitDto input, CancellationToken ct)
    {
        var visit = await OwnAsync(id, ct);
        visit.Cancel(input.Reason.Trim(), user.Id, Now);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(visit, ct);
    }

    /// <summary>Booked or under way: a home has one such visit of an authority.</summary>
    private Task<Visit?> OpenAsync(Guid premisesId, CancellationToken ct) => db.Visits.SingleOrDefaultAsync(
        v => v.PremisesId == premisesId && v.AuthorityId == user.OrganisationId
            && (v.State == VisitState.Booked || v.State == VisitState.InProgress),
        ct);

    /// <summary>The second of a double click gets the visit that the first has booked.</summary>
    private static Visit SameOrRefused(Visit open, VisitBooking booking) => open.IsBookedAs(booking)
        ? open
        : throw new BusinessException(PropertyErrorCodes.VisitAlreadyBooked)
            .WithData("scheduledAt", Visit.InLondon(open.ScheduledAt));

    private static List<VisitBedroom> Bedrooms(Premises.Premises home) =>
    [
        .. home.Places.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p =>
            new VisitBedroom { PlaceId = p.Id, Name = p.Name, MaxOccupants = p.MaxOccupants }),
    ];

    /// <exception cref="EntityNotFoundException">No such visit, or another authority's.</exception>
    /// <exception cref="ForbiddenByStageException">The caller has declared a conflict of interest in its provider.</exception>
    private async Task<Visit> OwnAsync(Guid id, CancellationToken ct)
    {
        var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id && v.AuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Visit), id);
        await interests.RefuseConflictedAsync(visit.ProviderId, ct);
        return visit;
    }

    /// <exception cref="EntityNotFoundException">No such home, or not shown to the authority.</exception>
    private async Task<Premises.Premises> SharedAsync(Guid id, CancellationToken ct) =>
        await db.Premises.SingleOrDefaultAsync(
            p => p.Id == id && db.PremisesGrants.Any(
                grant => grant.PremisesId == id && grant.OrganisationId == user.OrganisationId),
            ct)
        ?? throw new EntityNotFoundException(typeof(Premises.Premises), id);

    private async Task<VisitDto> ToDtoAsync(Visit visit, CancellationToken ct)
    {
        var home = await SharedAsync(visit.PremisesId, ct);
        var provider = await organisations.GetByIdsAsync([visit.ProviderId], ct);
        var people = await organisations.GetPeopleByIdsAsync(
            [visit.LeadVisitorId, visit.CancelledById ?? visit.LeadVisitorId], ct);
        var items = visit.Items;
        return new VisitDto
        {
            Id = visit.Id,
            PremisesId = visit.PremisesId,
            PremisesName = home.Name,
            Address = visit.Address ?? home.FullAddress,
            ProviderName = provider[visit.ProviderId].Name,
            ApplicationId = visit.ApplicationId,
            ScheduledAt = visit.ScheduledAt,
            Mode = visit.Mode,
            Notice = visit.Notice,
            LeadVisitorName = people.TryGetValue(visit.LeadVisitorId, out var lead) ? lead.Name : "",
            State = visit.State,
            Revision = visit.Revision,
            Sections = SectionsOf(visit, items, await photos.ReadAsync(visit, ct)),
            AnsweredCount = items.Count(visit.IsFinished),
            ItemCount = items.Count,
            ScorePercent = visit.ScorePercent,
            CancelReason = visit.CancelReason,
            CancelledAt = visit.CancelledAt,
            CancelledByName = visit.CancelledById is { } by && people.TryGetValue(by, out var person) ? person.Name : null,
            Passed = visit.Passed,
            CriticalFailures = visit.CriticalFailures,
            Summary = visit.Summary,
            PermittedTriggers = VisitStates.Transitions.PermittedTriggers(visit.State),
            Version = visit.Version,
        };
    }

    private static List<VisitSectionDto> SectionsOf(
        Visit visit, IReadOnlyList<VisitItem> items, IReadOnlyDictionary<Guid, VisitPhotoDto> photos) =>
    [
        .. Checklist.Sections.Select(section => new VisitSectionDto(
            section.Id, section.Title,
            [
                .. items.Where(item => item.SectionId == section.Id)
                    .Select(item => ToDto(item, visit.Answers.FirstOrDefault(item.IsAnsweredBy), photos)),
            ])),
    ];

    private static VisitItemDto ToDto(
        VisitItem item, VisitAnswer? answer, IReadOnlyDictionary<Guid, VisitPhotoDto> photos) => new(
        item.Item.Id, item.Item.Question, item.Criticality, item.Bedroom?.PlaceId, item.Item.MeasuresArea,
        answer?.Result, answer?.Note, answer?.MeasuredArea,
        [.. (answer?.PhotoIds ?? []).Where(photos.ContainsKey).Select(id => photos[id])],
        item.Bedroom?.Name, item.Item.Hint);
}
