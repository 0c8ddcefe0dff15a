using DpsPortal.EntityFrameworkCore.Clock;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpsPortal.EntityFrameworkCore.Outbox;

/// <summary>Runs each periodic worker at its period; an advisory lock lets one node at a time.</summary>
internal sealed class PeriodicWorkerService(
    IServiceScopeFactory scopes,
    IEnumerable<PeriodicWorkerRegistration> workers,
    DatabaseClock clock,
    ILogger<PeriodicWorkerService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(workers.Select(worker => RepeatAsync(worker.WorkerType, stoppingToken)));

    /// <summary>One round of one worker, now. Does nothing while another node is at it.</summary>
    /// <returns>The worker's period.</returns>
    public async Task<TimeSpan> RunOnceAsync(Type type, CancellationToken ct)
    {
        await clock.RefreshAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(null, background: true);
        var worker = (PeriodicWorker)scope.ServiceProvider.GetRequiredService(type);

        await using var lockScope = scopes.CreateAsyncScope();
        lockScope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(null, background: true);
        var db = lockScope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isAlone = await db.Database
            .SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({type.FullName}, 0)) as \"Value\"")
            .SingleAsync(ct);
        if (isAlone)
        {
            await worker.DoWorkAsync(ct);
        }

        return worker.Period;
    }

    private async Task RepeatAsync(Type type, CancellationToken ct)
    {
        var period = TimeSpan.FromSeconds(30);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                period = await RunOnceAsync(type, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "{Worker} failed; its next round follows.", type.Name);
            }

            await Task.Delay(period, ct);
        }
    }
}
