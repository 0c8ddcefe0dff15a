using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Visits;

/// <summary>
/// The authority's visits that are booked or under way, the next one first; to a provider those it was told of, and
/// that they were cancelled.
/// </summary>
internal sealed class VisitToday(
    IPropertyDbContext db, VisitQueries queries, IProviderInterests interests, INewsRead news, ICurrentUser user,
    TimeProvider clock) : ITodaySource
{
    private const string Cancelled = "Visit.Cancelled";

    public IReadOnlyList<string> NewsKinds => [Cancelled];

    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (user.Has(PropertyPermissions.Premises.Manage))
        {
            return [.. await AnnouncedAsync(ct), .. await CancelledAsync(ct)];
        }

        if (!user.Has(PropertyPermissions.Visits.Record))
        {
            return [];
        }

        var conflicted = await interests.GetConflictedAsync(ct);
        var visits = await db.Visits.AsNoTracking().IgnoreAutoIncludes()
            .Where(v => v.AuthorityId == user.OrganisationId && !conflicted.Contains(v.ProviderId)
                && (v.State == VisitState.Booked || v.State == VisitState.InProgress))
            .Join(db.Premises, v => v.PremisesId, p => p.Id,
                (v, p) => new { v.Id, v.ScheduledAt, v.State, p.Name, p.Town })
            .OrderBy(v => v.ScheduledAt)
            .Take(ITodaySource.MostItems)
            .ToListAsync(ct);
        return
        [
            .. visits.Select(v => new TodayItemDto(
                v.State == VisitState.Booked ? "Visit.Make" : "Visit.Finish", v.Id, v.Name, v.Town, v.ScheduledAt)),
        ];
    }

    /// <summary>
    /// An unannounced visit is told to nobody before it is made (domain §2.5). Once its time has come the visitors are there
    /// or late, and either is for them to say.
    /// </summary>
    private async Task<IReadOnlyList<TodayItemDto>> AnnouncedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var visits = await db.Visits.AsNoTracking().IgnoreAutoIncludes()
            .Where(v => v.ProviderId == user.OrganisationId && v.State == VisitState.Booked
                && v.Notice == VisitNotice.Announced && v.ScheduledAt > now)
            .Join(db.Premises, v => v.PremisesId, p => p.Id, (v, p) => new { v.PremisesId, v.ScheduledAt, p.Name, p.Town })
            .OrderBy(v => v.ScheduledAt)
            .Take(ITodaySource.MostItems)
            .ToListAsync(ct);
        return [.. visits.Select(v => new TodayItemDto("Visit.Expect", v.PremisesId, v.Name, v.Town, v.ScheduledAt))];
    }

    /// <summary>Until somebody opens the page of the home.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> CancelledAsync(CancellationToken ct)
    {
        var read = (await news.GetAsync(Cancelled, ct)).Keys.ToList();
        return
        [
            .. (await queries.GetCancelledAsync(premisesId: null, ct)).Where(v => !read.Contains(v.Id))
                .Take(ITodaySource.MostItems)
                .Select(v => new TodayItemDto(
                    Cancelled, v.PremisesId, v.PremisesName,
                    $"Booked for {Visit.InLondon(v.ScheduledAt)}, cancelled by {v.AuthorityName}", PartId: v.Id)),
        ];
    }
}
