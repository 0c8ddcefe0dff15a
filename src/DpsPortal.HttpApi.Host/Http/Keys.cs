using Microsoft.AspNetCore.DataProtection;

namespace DpsPortal.HttpApi.Host.Http;

internal static class Keys
{
    /// <summary>
    /// The keys of cookies and tokens lie under <c>Data:Path</c>, shared by all nodes. Without a data folder (the
    /// build that writes the OpenAPI document) they live and die with the process.
    /// </summary>
    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("DpsPortal");
        if (configuration["Data:Path"] is { } path)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(path, "keys")));
        }
        else
        {
            protection.UseEphemeralDataProtectionProvider();
        }
    }
}
