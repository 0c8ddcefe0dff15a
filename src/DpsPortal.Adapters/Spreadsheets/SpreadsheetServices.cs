using DpsPortal.Framework.Spreadsheets;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Adapters.Spreadsheets;

public static class SpreadsheetServices
{
    public static IServiceCollection AddSpreadsheets(this IServiceCollection services) =>
        services.AddSingleton<ISpreadsheetWriter, XlsxWriter>();
}
