using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Visits;

internal sealed class VisitAppService(
    IPropertyDbContext db, VisitQueries queries, IOrganisationIntegrationService organisations, ICurrentUser user,
    TimeProvider clock) : IVisitAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<IReadOnlyList<VisitListItemDto>> GetListAsync(CancellationToken ct) => queries.GetListAsync(ct);

    public async Task<VisitDto> GetAsync(Guid id, CancellationToken ct) => await ToDtoAsync(await OwnAsync(id, ct), ct);

    public async Task<VisitDto> BookAsync(BookVisitDto input, CancellationToken ct)
    {
        var home = await SharedAsync(input.PremisesId, ct);
        var booking = new VisitBooking(
            home.Id, home.ProviderId, user.OrganisationId, input.ApplicationId, input.ScheduledAt.UtcDateTime,
            input.Mode, input.Notice, user.Id);

        // The second of a double click.
        var same = await db.Visits.SingleOrDefaultAsync(
            v => v.PremisesId == home.Id && v.AuthorityId == user.OrganisationId && v.State != VisitState.Cancelled
                && v.ScheduledAt == booking.ScheduledAt,
            ct);
        if (same is not null && same.IsBookedAs(booking))
        {
            return await ToDtoAsync(same, ct);
        }

        var visit = new Visit(Guid.NewGuid(), booking, Bedrooms(home), home.IsLicensable, Now);
        db.Visits.Add(visit);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(visit, ct);
    }

    public async Task<VisitDto> SaveAnswersAsync(Guid id, SaveVisitAnswersDto input, CancellationToken ct)
    {
        var visit = await OwnAsync(id, ct);
        if (visit.State == VisitState.Booked)
        {
            var home = await SharedAsync(visit.PremisesId, ct);
            visit.Start(Bedrooms(home), home.IsLicensable);
        }

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
        home.RecordVisit(visit.CriticalFailures, Now);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(visit, ct);
    }

    public async Task<VisitDto> CancelAsync(Guid id, CancelVisitDto input, CancellationToken ct)
    {
        var visit = await OwnAsync(id, ct);
        visit.Cancel(input.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(visit, ct);
    }

    private static List<VisitBedroom> Bedrooms(Premises.Premises home) =>
    [
        .. home.Places.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p =>
            new VisitBedroom { PlaceId = p.Id, Name = p.Name, MaxOccupants = p.MaxOccupants }),
    ];

    /// <exception cref="EntityNotFoundException">No such visit, or another authority's.</exception>
    private async Task<Visit> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Visits.SingleOrDefaultAsync(v => v.Id == id && v.AuthorityId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Visit), id);

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
        var lead = await organisations.GetPeopleByIdsAsync([visit.LeadVisitorId], ct);
        var items = visit.Items;
        return new VisitDto
        {
            Id = visit.Id,
            PremisesId = visit.PremisesId,
            PremisesName = home.Name,
            Address = $"{home.AddressLine}, {home.Town}, {home.Postcode}",
            ProviderName = provider[visit.ProviderId].Name,
            ApplicationId = visit.ApplicationId,
            ScheduledAt = visit.ScheduledAt,
            Mode = visit.Mode,
            Notice = visit.Notice,
            LeadVisitorName = lead.TryGetValue(visit.LeadVisitorId, out var person) ? person.Name : "",
            State = visit.State,
            Revision = visit.Revision,
            Sections = SectionsOf(visit, items),
            AnsweredCount = items.Count(item => visit.Answers.Any(item.IsAnsweredBy)),
            ItemCount = items.Count,
            ScorePercent = visit.ScorePercent,
            Passed = visit.Passed,
            CriticalFailures = visit.CriticalFailures,
            Summary = visit.Summary,
            PermittedTriggers = VisitStates.Transitions.PermittedTriggers(visit.State),
            Version = visit.Version,
        };
    }

    private static List<VisitSectionDto> SectionsOf(Visit visit, IReadOnlyList<VisitItem> items) =>
    [
        .. Checklist.Sections.Select(section => new VisitSectionDto(
            section.Id, section.Title,
            [
                .. items.Where(item => item.SectionId == section.Id)
                    .Select(item => ToDto(item, visit.Answers.FirstOrDefault(item.IsAnsweredBy))),
            ])),
    ];

    private static VisitItemDto ToDto(VisitItem item, VisitAnswer? answer) => new(
        item.Item.Id, item.Item.Question, item.Criticality, item.Bedroom?.PlaceId, item.Item.MeasuresArea,
        answer?.Result, answer?.Note, answer?.MeasuredArea, item.Bedroom?.Name, item.Item.Hint);
}
