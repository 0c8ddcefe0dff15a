using DpsPortal.DbMigrator.Seed;
using DpsPortal.TestBase;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.HttpApi.Host.Tests.Seed;

/// <summary>The demo's own seeder, run on the database of a test.</summary>
internal static class Seeding
{
    public static Task RunAsync(PortalFixture portal) => DemoSeed.RunAsync(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Owner"] = portal.Database.Owner,
            ["DPS_DEMO_PASSWORD"] = PortalFixture.Password,
            ["Data:Path"] = portal.DataFolder,
            ["Opener:RootKey"] = TestOpener.RootKeyOf(portal.DataFolder),
        }).Build(),
        _ => { },
        CancellationToken.None);
}
