using DpsPortal.DbMigrator.Seed;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.DbMigrator;

/// <summary>
/// <c>migrate</c> brings the database to the present form, <c>seed</c> fills it with the demo, <c>export-audit</c> writes
/// the audit trail into a file.
/// </summary>
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
            case "export-audit" when args.Length == 2:
                await AuditExport.RunAsync(configuration, args[1], Console.WriteLine, CancellationToken.None);
                return 0;
            default:
                Console.Error.WriteLine("Usage: DpsPortal.DbMigrator migrate|seed|export-audit FILE");
                return 2;
        }
    }
}
