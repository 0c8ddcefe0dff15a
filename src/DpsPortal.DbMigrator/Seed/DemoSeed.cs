using DpsPortal.Accreditation;
using DpsPortal.Adapters;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework;
using DpsPortal.Organisations;
using DpsPortal.Placements;
using DpsPortal.Property;
using DpsPortal.Tendering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>One module's demo data. Runs again without harm: what is there stays.</summary>
internal interface ISeeder
{
    Task SeedAsync(SeedContext context, CancellationToken ct);
}

/// <summary>Fictional data to try the portal with.</summary>
internal static class DemoSeed
{
    /// <summary>In this order: a module's data stands on those before it.</summary>
    private static readonly IReadOnlyList<ISeeder> Seeders =
    [
        new OrganisationsSeeder(),
        new PropertySeeder(),
        new EvidenceSeeder(),
        new AccreditationSeeder(),
        new VisitSeeder(),
        new StaffSeeder(),
        new TenderingSeeder(),
        new PlacementsSeeder(),
    ];

    public static async Task RunAsync(IConfiguration configuration, Action<string> say, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddFramework();
        services.AddOrganisations(configuration);
        services.AddProperty();
        services.AddAccreditation();
        services.AddTendering();
        services.AddPlacements();
        services.AddAdapters(configuration);
        services.AddDpsPortalDatabase(configuration);
        services.AddSingleton<SeedClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SeedClock>());
        await using var provider = services.BuildServiceProvider();
        var context = new SeedContext(provider, configuration["DPS_DEMO_PASSWORD"]
            ?? throw new InvalidOperationException("DPS_DEMO_PASSWORD is missing."));
        foreach (var seeder in Seeders)
        {
            await seeder.SeedAsync(context, ct);
        }

        say("The demo data are in place.");
    }
}
