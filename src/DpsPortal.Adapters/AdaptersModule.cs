using DpsPortal.Adapters.Blobs;
using DpsPortal.Adapters.Mail;
using DpsPortal.Adapters.Spreadsheets;
using DpsPortal.Adapters.VirusScanning;
using DpsPortal.Framework.BlobStoring;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Spreadsheets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Adapters;

public static class AdaptersModule
{
    /// <summary>Files and mail under <c>Data:Path</c>.</summary>
    public static IServiceCollection AddAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = new DataFolder(configuration["Data:Path"] ?? Path.Combine(AppContext.BaseDirectory, ".data"));
        services.AddSingleton(folder);
        services.AddSingleton(typeof(IBlobContainer<>), typeof(FolderBlobContainer<>));
        services.AddSingleton<PickupFolder>();
        services.AddSingleton<IEmailTransport>(provider => provider.GetRequiredService<PickupFolder>());
        services.AddScoped<IEmailSender, EmailSender>();
        services.AddBackgroundJob<SendEmailArgs, SendEmailJob>();
        services.AddSingleton<ISpreadsheetWriter, XlsxWriter>();
        services.AddSingleton<ISpreadsheetReader, XlsxReader>();
        services.AddSingleton(ScannerServices.Of(configuration));
        return services;
    }
}

/// <summary>Where this installation keeps what is not in the database.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder in it, made when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
