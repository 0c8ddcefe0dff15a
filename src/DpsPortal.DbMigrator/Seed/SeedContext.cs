using DpsPortal.EntityFrameworkCore;
using DpsPortal.EntityFrameworkCore.Outbox;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>Lets a seeder act as one of the demo people, through the very services that the portal uses.</summary>
internal sealed class SeedContext(IServiceProvider services, string demoPassword)
{
    private readonly Dictionary<string, Actor> _actors = [];

    public string DemoPassword => demoPassword;

    public SeedClock Clock => services.GetRequiredService<SeedClock>();

    /// <summary>Mails and what else follows from the story's steps, while it is still then.</summary>
    public Task SettleAsync(CancellationToken ct) =>
        services.GetRequiredService<OutboxDispatcher>().DrainAsync(ct);

    /// <summary>One round of the portal's own periodic work.</summary>
    public Task WorkAsync<TWorker>(CancellationToken ct)
        where TWorker : PeriodicWorker =>
        services.GetRequiredService<PeriodicWorkerService>().RunOnceAsync(typeof(TWorker), ct);

    /// <summary>Nobody is written to about what lies more than a year back.</summary>
    public async Task ForgetMailAsync(CancellationToken ct)
    {
        await using var scope = AsNobody();
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Database.ExecuteSqlAsync(
            $"update app.outbox_messages set done_at = app.now() where done_at is null", ct);
    }

    /// <summary>A scope in which nobody acts: only for tables without a row-level policy.</summary>
    public AsyncServiceScope AsNobody() => As(null);

    /// <summary>A scope in which the person with this e-mail address acts.</summary>
    public async Task<AsyncServiceScope> AsAsync(string email, CancellationToken ct)
    {
        if (!_actors.TryGetValue(email, out var actor))
        {
            _actors[email] = actor = await ActorAsync(email, ct);
        }

        return As(actor);
    }

    private async Task<Actor> ActorAsync(string email, CancellationToken ct)
    {
        await using var lookup = AsNobody();
        var db = lookup.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var user = await db.Users.SingleAsync(u => u.Email == email, ct);
        var affiliation = await db.Affiliations.Where(a => a.UserId == user.Id).OrderBy(a => a.Since).FirstAsync(ct);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == affiliation.OrganisationId, ct);
        return new Actor(user.Id, user.Name, organisation.Id, organisation.Name, affiliation.Roles);
    }

    private AsyncServiceScope As(Actor? actor)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(actor, background: true);
        return scope;
    }
}
