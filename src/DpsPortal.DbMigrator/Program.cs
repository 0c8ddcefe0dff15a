using DpsPortal.DbMigrator.Seed;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.DbMigrator;

/// <summary><c>migrate</c> brings the database to the present form, <c>seed</c> fills it with the demo.</summary>
internal static class EntryPoint
{
    private static async Task<int> Main(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        switch (args.FirstOrDefault())
        {
            case "migrate":
                await new DatabaseMigrator(configuration, Console.WriteLine).MigrateAsync(CancellationToken.None);
                return 0;
            case "seed":
                await DemoSeed.RunAsync(configuration, Console.WriteLine, CancellationToken.None);
                return 0;
            default:
                Console.Error.WriteLine("Usage: DpsPortal.DbMigrator migrate|seed");
                return 2;
        }
    }
}
