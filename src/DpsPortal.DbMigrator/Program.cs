using DpsPortal.DbMigrator;
using DpsPortal.DbMigrator.Seed;
using Microsoft.Extensions.Configuration;

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
