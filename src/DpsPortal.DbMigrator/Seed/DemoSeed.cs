using DpsPortal.Accreditation;
using DpsPortal.Adapters;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework;
using DpsPortal.Organisations;
using DpsPortal.Placements;
using DpsPortal.Property;
using DpsPortal.Tendering;
using Microsoft.EntityFrameworkCore;
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
    private static IReadOnlyList<ISeeder> Seeders() =>
    [
        new OrganisationsSeeder(),
        new PropertySeeder(),
        new EvidenceSeeder(),
        new AccreditationSeeder(),
        new ReferencesSeeder(),
        new EvidenceRequestSeeder(),
        new VisitSeeder(),
        new StaffSeeder(),
        new PolicySeeder(),
        new EndedNeedsSeeder(),
        new TenderingSeeder(),
        new PlacementsSeeder(),
    ];

    public static async Task RunAsync(IConfiguration given, Action<string> say, CancellationToken ct)
    {
        var owner = given.GetConnectionString("Owner")
            ?? throw new InvalidOperationException("ConnectionStrings__Owner is missing.");
        var configuration = new ConfigurationBuilder().AddConfiguration(given).AddInMemoryCollection(
            [new("ConnectionStrings:App", owner), new("ConnectionStrings:Worker", owner)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddFramework();
        services.AddOrganisations(configuration);
        services.AddProperty();
        services.AddAccreditation();
        services.AddTendering(configuration);
        services.AddPlacements();
        services.AddAdapters(configuration);
        services.AddDpsPortalDatabase(configuration);
        services.AddSingleton<SeedClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SeedClock>());
        services.AddSingleton<StoryConnectionInterceptor>();
        services.ConfigureDbContext<DpsPortalDbContext>(
            (provider, options) => options.AddInterceptors(provider.GetRequiredService<StoryConnectionInterceptor>()));
        await using var provider = services.BuildServiceProvider();
        var context = new SeedContext(provider, configuration["DPS_DEMO_PASSWORD"]
            ?? throw new InvalidOperationException("DPS_DEMO_PASSWORD is missing."));
        await context.Clock.FollowAsync(owner, ct);
        foreach (var seeder in Seeders())
        {
            await seeder.SeedAsync(context, ct);
            context.Clock.ComeBack();
        }

        say("The demo data are in place.");
    }
}
