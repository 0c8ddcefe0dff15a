using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>Reminds hosts of the key dates of their schemes. What was sent is saved with the scheme, so twice is once.</summary>
internal sealed class DiaryWorker(IAccreditationDbContext db, IServiceScopeFactory scopes, TimeProvider clock)
    : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(30);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var schemes = await db.Schemes.AsNoTracking().Include(s => s.MemberAuthorities)
            .Where(s => s.State == SchemeState.Published).ToListAsync(ct);
        foreach (var scheme in schemes)
        {
            scheme.Remind(now);
            if (scheme.Events.Count > 0)
            {
                await RemindAsync(scheme, now, ct);
            }
        }
    }

    /// <summary>Once more as the host: under row-level security only that opens its scheme for a change.</summary>
    private async Task RemindAsync(Scheme copy, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, "DpsPortal", copy.HostAuthorityId, copy.HostAuthorityName, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<IAccreditationDbContext>();
        var scheme = await own.Schemes.Include(s => s.MemberAuthorities).SingleAsync(s => s.Id == copy.Id, ct);
        scheme.Remind(now);
        await own.SaveChangesAsync(ct);
    }
}
