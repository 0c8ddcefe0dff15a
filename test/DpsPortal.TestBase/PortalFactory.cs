using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DpsPortal.TestBase;

/// <summary>The real program, told where its database and its folder are.</summary>
internal sealed class PortalFactory(
    TestDatabase database,
    string dataFolder,
    IReadOnlyDictionary<string, string?> settings,
    Action<IServiceCollection> configureServices)
    : WebApplicationFactory<Program>
{
    static PortalFactory() => Environment.SetEnvironmentVariable(
        "ASPNETCORE_TEST_CONTENTROOT_DPSPORTAL_HTTPAPI_HOST",
        Path.Combine(TestCluster.RepositoryRoot, "src/DpsPortal.HttpApi.Host"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Error)
            .AddFilter("DpsPortal", LogLevel.Critical));
        foreach (var (key, value) in database.Settings().Concat(settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(configureServices);
        builder.UseSetting(
            "Accounts:RequireSecondFactor", settings.GetValueOrDefault("Accounts:RequireSecondFactor") ?? "false");
        builder.UseSetting("Data:Path", dataFolder);
        builder.UseSetting("Opener:RootKey", TestOpener.RootKeyOf(dataFolder));
        builder.UseSetting("Web:Root", Path.Combine(dataFolder, "web"));
        builder.UseSetting("Session:Secure", "false");
        builder.UseSetting("Workers:Enabled", "false");
        builder.UseSetting(
            "SignIn:FailuresPerNetwork", settings.GetValueOrDefault("SignIn:FailuresPerNetwork") ?? "100000");
    }
}
