using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Visits;

/// <summary>Lists of visits, with the names they are known by.</summary>
internal sealed class VisitQueries(
    IPropertyDbContext db, IOrganisationIntegrationService organisations, IProviderInterests interests, ICurrentUser user,
    TimeProvider clock)
{
    /// <summary>How long a provider is told that a visit was cancelled.</summary>
    private const int DaysOfNews = 14;

    private const int Today = 0;
    private const int NotFinished = 1;
    private const int ToCome = 2;
    private const int Over = 3;

    /// <summary>
    /// The authority's visits: today's, then those whose time has passed and that are not finished, then those to come,
    /// then those that are over, the latest first. Those to a provider in whom the caller has a conflict are left out.
    /// </summary>
    public async Task<PagedResult<VisitListItemDto>> GetListAsync(PageQuery query, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LondonTime.DateOf(now);
        var (morning, midnight) = (LondonTime.StartOfDay(today), LondonTime.StartOfDay(today.AddDays(1)));
        var conflicted = await interests.GetConflictedAsync(ct);
        var own = db.Visits.AsNoTracking().IgnoreAutoIncludes()
            .Where(v => v.AuthorityId == user.OrganisationId && !conflicted.Contains(v.ProviderId));
        var page = await own
            .Select(v => new
            {
                Visit = v,
                Part = v.ScheduledAt >= morning && v.ScheduledAt < midnight ? Today
                    : v.ScheduledAt > now ? ToCome
                    : v.State == VisitState.Booked || v.State == VisitState.InProgress ? NotFinished
                    : Over,
            })
            .OrderBy(v => v.Part)
            .ThenBy(v => v.Part == Over ? (DateTime?)null : v.Visit.ScheduledAt)
            .ThenByDescending(v => v.Visit.ScheduledAt).ThenBy(v => v.Visit.Id)
            .Select(v => v.Visit)
            .OnPage(query).ToListAsync(ct);
        return new PagedResult<VisitListItemDto>(await own.CountAsync(ct), await ToListItemsAsync(page, ct));
    }

    /// <summary>
    /// Of each home the latest visit made for an application; for the authority a cancelled one where there is no other.
    /// A provider learns of its own homes only, and of an unannounced visit only once it is completed.
    /// </summary>
    public async Task<IReadOnlyList<VisitListItemDto>> GetLatestAsync(Guid applicationId, CancellationToken ct)
    {
        var visits = await db.Visits.AsNoTracking()
            .Where(v => v.ApplicationId == applicationId)
            .Where(v => v.AuthorityId == user.OrganisationId
                || (v.ProviderId == user.OrganisationId && v.State != VisitState.Cancelled
                    && (v.Notice == VisitNotice.Announced || v.State == VisitState.Completed)))
            .ToListAsync(ct);
        return await ToListItemsAsync(
            [
                .. visits.GroupBy(v => v.PremisesId).Select(home => home
                    .OrderBy(v => v.State == VisitState.Cancelled).ThenByDescending(v => v.ScheduledAt).First()),
            ],
            ct);
    }

    /// <summary>
    /// Of the last two weeks, to the caller's homes or to one of them: an unannounced visit was never told of.
    /// </summary>
    public async Task<IReadOnlyList<CancelledVisit>> GetCancelledAsync(Guid? premisesId, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-DaysOfNews);
        var visits = await db.Visits.AsNoTracking().IgnoreAutoIncludes()
            .Where(v => v.ProviderId == user.OrganisationId && v.State == VisitState.Cancelled
                && v.Notice == VisitNotice.Announced && v.CancelledAt > since
                && (premisesId == null || v.PremisesId == premisesId))
            .Join(db.Premises, v => v.PremisesId, p => p.Id,
                (v, p) => new { v.Id, v.PremisesId, v.AuthorityId, v.ScheduledAt, v.CancelledAt, p.Name })
            .OrderByDescending(v => v.CancelledAt).ThenBy(v => v.Id).ToListAsync(ct);
        var authorities = await organisations.GetByIdsAsync([.. visits.Select(v => v.AuthorityId).Distinct()], ct);
        return
        [
            .. visits.Select(v => new CancelledVisit(
                v.Id, v.PremisesId, v.Name, v.ScheduledAt, authorities[v.AuthorityId].Name)),
        ];
    }

    /// <summary>The authority's own, cancelled ones left out; the latest first.</summary>
    public async Task<IReadOnlyList<VisitListItemDto>> GetOfProviderAsync(Guid providerId, CancellationToken ct) =>
        await ToListItemsAsync(
            await db.Visits.AsNoTracking().IgnoreAutoIncludes()
                .Where(v => v.AuthorityId == user.OrganisationId && v.ProviderId == providerId
                    && v.State != VisitState.Cancelled)
                .OrderByDescending(v => v.ScheduledAt).ThenBy(v => v.Id).ToListAsync(ct),
            ct);

    private async Task<IReadOnlyList<VisitListItemDto>> ToListItemsAsync(List<Visit> visits, CancellationToken ct)
    {
        var ids = visits.Select(v => v.PremisesId).ToHashSet();
        var homes = await db.Premises.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var providers = await organisations.GetByIdsAsync([.. visits.Select(v => v.ProviderId).Distinct()], ct);
        return
        [
            .. visits.Select(v => new VisitListItemDto(
                v.Id, v.PremisesId, homes[v.PremisesId].Name, homes[v.PremisesId].Town, v.ProviderId,
                providers[v.ProviderId].Name, v.ScheduledAt, v.Mode, v.Notice, v.State, v.Passed)),
        ];
    }
}

/// <summary>A visit that a home need not expect.</summary>
/// <param name="ScheduledAt">Instant, UTC.</param>
internal sealed record CancelledVisit(
    Guid Id, Guid PremisesId, string PremisesName, DateTime ScheduledAt, string AuthorityName);
