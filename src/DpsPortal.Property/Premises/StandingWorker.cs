using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

/// <summary>
/// Records what the passing of days has changed, soon after midnight in London and after any standstill of the portal:
/// suspended homes and reminders (domain fact 24). What a reader sees never waits for it.
/// </summary>
internal sealed class StandingWorker(IPropertyDbContext db, TimeProvider clock) : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(5);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var home in await db.Premises.ToListAsync(ct))
        {
            home.Settle(now, tell: true);
            home.Remind(now);
        }

        await db.SaveChangesAsync(ct);
    }
}
