using System.ComponentModel.DataAnnotations.Schema;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// Reminds referees whose link runs out, and providers whose reference grows too old to count. What was sent is saved
/// with the request, so twice is once.
/// </summary>
internal sealed class ReferenceReminderWorker(
    IAccreditationDbContext db, IServiceScopeFactory scopes, TimeProvider clock) : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(30);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var due = await db.Database.SqlQuery<ProviderToRemind>(
            $"select provider_id, provider_name from accreditation.providers_with_reminders_due()").ToListAsync(ct);
        foreach (var provider in due.DistinctBy(d => d.ProviderId))
        {
            await RemindAsync(provider, clock.GetUtcNow().UtcDateTime, ct);
        }
    }

    /// <summary>As the provider: under row-level security only that opens its requests for a change.</summary>
    private async Task RemindAsync(ProviderToRemind provider, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, "DpsPortal", provider.ProviderId, provider.ProviderName, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<IAccreditationDbContext>();
        var jobs = scope.ServiceProvider.GetRequiredService<IBackgroundJobManager>();
        var requests = await own.ReferenceRequests
            .Where(r => r.ProviderId == provider.ProviderId && r.State != ReferenceState.Revoked).ToListAsync(ct);
        foreach (var request in requests)
        {
            request.RemindProvider(now);
            if (request.RemindReferee(now))
            {
                await jobs.EnqueueAsync(new SendReferenceLinkArgs(Guid.NewGuid(), request.Id), ct: ct);
            }
        }

        await own.SaveChangesAsync(ct);
    }
}

internal sealed record ProviderToRemind
{
    [Column("provider_id")]
    public required Guid ProviderId { get; init; }

    [Column("provider_name")]
    public required string ProviderName { get; init; }
}
