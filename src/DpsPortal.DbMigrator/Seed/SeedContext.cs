using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>Lets a seeder act as one of the demo people, through the very services that the portal uses.</summary>
internal sealed class SeedContext(IServiceProvider services, string demoPassword)
{
    public string DemoPassword => demoPassword;

    public SeedClock Clock => services.GetRequiredService<SeedClock>();

    /// <summary>A scope in which nobody acts: only for tables without a row-level policy.</summary>
    public AsyncServiceScope AsNobody() => As(null);

    /// <summary>A scope in which the person with this e-mail address acts.</summary>
    public async Task<AsyncServiceScope> AsAsync(string email, CancellationToken ct)
    {
        await using var lookup = AsNobody();
        var db = lookup.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var user = await db.Users.SingleAsync(u => u.Email == email, ct);
        var affiliation = await db.Affiliations.Where(a => a.UserId == user.Id).OrderBy(a => a.Since).FirstAsync(ct);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == affiliation.OrganisationId, ct);
        return As(new Actor(user.Id, user.Name, organisation.Id, organisation.Name, affiliation.Roles));
    }

    private AsyncServiceScope As(Actor? actor)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(actor, background: true);
        return scope;
    }
}
