using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Accreditation.Standings;

/// <summary>
/// Records, soon after midnight in London and after any standstill, what days have done to accreditations, and tells of
/// what comes near. What a reader or an award sees never waits for it; what was told is saved, so twice is once.
/// </summary>
internal sealed class StandingWorker(IAccreditationDbContext db, IServiceScopeFactory scopes, TimeProvider clock)
    : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(5);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var standings = await db.Standings.AsNoTracking().Where(s => s.AccreditedUntil != null).ToListAsync(ct);
        foreach (var due in standings.Where(s => s.IsDue(now)).GroupBy(s => (s.ApplicationId, s.HostAuthorityId)))
        {
            await RecordAsync(due.Key.ApplicationId, due.Key.HostAuthorityId, now, ct);
        }
    }

    /// <summary>Once more as the host: under row-level security only that opens its standings for a change.</summary>
    private async Task RecordAsync(Guid applicationId, Guid hostId, DateTime now, CancellationToken ct)
    {
        var host = await db.Schemes.AsNoTracking().Where(s => s.HostAuthorityId == hostId)
            .Select(s => s.HostAuthorityName).FirstAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, "DpsPortal", hostId, host, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<IAccreditationDbContext>();
        await using var transaction = await own.Database.BeginTransactionAsync(ct);
        var lotIds = await own.Standings.AsNoTracking().Where(s => s.ApplicationId == applicationId)
            .Select(s => s.LotId).ToListAsync(ct);
        await own.ChangeStandingsAsync(lotIds, ct);
        var standings = await own.Standings.Where(s => s.ApplicationId == applicationId).ToListAsync(ct);
        var application = await own.Applications.SingleAsync(a => a.Id == applicationId, ct);
        await StandingDays.SettleAsync(own, application, standings, now, ct);
        foreach (var news in standings.SelectMany(s => s.Remind(now)).Distinct().ToList())
        {
            standings[0].Tell(application.Reference, news);
        }

        await own.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
