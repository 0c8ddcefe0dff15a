using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The officer's next visits: one in five minutes, whatever the hour, so that whoever tries the demo can make it; and one
/// three working days later. After the accreditations, because a home has one visit to come at a time.
/// </summary>
internal sealed class VisitSeeder : ISeeder
{
    private const string Officer = "officer@example.org";

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        var homes = await HomesAsync(context, ct);
        await using var scope = await context.AsAsync(Officer, ct);
        var visits = scope.ServiceProvider.GetRequiredService<IVisitAppService>();
        var open = (await visits.GetListAsync(new() { PageSize = 100 }, ct)).Items
            .Where(v => v.State is VisitState.Booked or VisitState.InProgress)
            .Select(v => v.PremisesId).ToHashSet();
        var soon = context.Clock.Present.UtcDateTime.AddMinutes(5);
        var later = SeedClock.At(WorkingDays.AddWorkingDays(context.Clock.Today, 3), new TimeOnly(10, 0)).UtcDateTime;
        context.Clock.GoTo(context.Clock.WorkingDayBefore(3, 12), 11, 45);
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
