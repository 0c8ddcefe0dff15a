using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The officer's next visits: one later today, or first thing tomorrow where today is nearly over, and one in three
/// days. After the accreditations, because a home has one visit to come at a time.
/// </summary>
internal sealed class VisitSeeder : ISeeder
{
    private const string Officer = "officer@example.org";

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        var homes = await HomesAsync(context, ct);
        await using var scope = await context.AsAsync(Officer, ct);
        var visits = scope.ServiceProvider.GetRequiredService<IVisitAppService>();
        var open = (await visits.GetListAsync(ct)).Where(v => v.State is VisitState.Booked or VisitState.InProgress)
            .Select(v => v.PremisesId).ToHashSet();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var today = LondonTime.DateOf(now);
        var soon = LondonTime.ToLocal(now).Hour < 22
            ? now.AddMinutes(5)
            : LondonTime.StartOfDay(today.AddDays(1)).AddHours(9);
        var later = LondonTime.StartOfDay(today.AddDays(3)).AddHours(10);
        foreach (var (home, at, notice) in new[]
        {
            (homes["SE13"], soon, VisitNotice.Announced),
            (homes["NW9"], later, VisitNotice.Unannounced),
        })
        {
            if (!open.Contains(home))
            {
                await visits.BookAsync(
                    new() { PremisesId = home, ScheduledAt = at, Mode = VisitMode.InPerson, Notice = notice }, ct);
            }
        }
    }

    /// <summary>By outward code, which each demo home has for itself.</summary>
    private static async Task<Dictionary<string, Guid>> HomesAsync(SeedContext context, CancellationToken ct)
    {
        var found = new Dictionary<string, Guid>();
        foreach (var (email, _) in DemoHomes.ByProvider)
        {
            await using var scope = await context.AsAsync(email, ct);
            foreach (var home in await scope.ServiceProvider.GetRequiredService<IPremisesAppService>().GetListAsync(ct))
            {
                found.TryAdd(home.OutwardCode, home.Id);
            }
        }

        return found;
    }
}
