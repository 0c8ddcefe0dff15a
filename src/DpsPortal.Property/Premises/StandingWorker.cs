using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Property.Premises;

/// <summary>
/// Records what the passing of days has changed, soon after midnight in London and after any standstill of the portal:
/// suspended homes and reminders (domain fact 24). What a reader sees never waits for it.
/// </summary>
internal sealed class StandingWorker(
    IPropertyDbContext db, IOrganisationIntegrationService organisations, IServiceScopeFactory scopes,
    TimeProvider clock) : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(5);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var homes = await db.Premises.WithoutAddress().ToListAsync(ct);
        var due = homes.Where(home => IsDue(home, now)).Select(home => home.ProviderId).ToHashSet();
        foreach (var provider in (await organisations.GetByIdsAsync(due, ct)).Values)
        {
            await RecordAsync(provider, now, ct);
        }
    }

    /// <param name="home">A copy, thrown away after the trial.</param>
    private static bool IsDue(Premises home, DateTime now)
    {
        home.Settle(now, byProvider: false);
        home.Remind(now);
        return home.Events.Count > 0;
    }

    /// <summary>Once more as the provider: under row-level security only that opens its homes for a change.</summary>
    private async Task RecordAsync(OrganisationSummary provider, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, "DpsPortal", provider.Id, provider.Name, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<IPropertyDbContext>();
        foreach (var home in await own.Premises.Where(p => p.ProviderId == provider.Id).ToListAsync(ct))
        {
            home.Settle(now, byProvider: false);
            home.Remind(now);
        }

        await own.SaveChangesAsync(ct);
    }
}
