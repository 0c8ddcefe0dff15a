using DpsPortal.Framework.Application;
using DpsPortal.Framework.Localization;
using DpsPortal.Reporting.OpenData;
using DpsPortal.Reporting.Search;
using DpsPortal.Reporting.Spend;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Reporting;

/// <summary>Read-only questions over all modules.</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(ReportingPermissions.Grants);
        services.AddErrorTexts(typeof(ReportingPermissions));
        services.AddScoped<SpendReader>();
        services.AddScoped<SpendFiles>();
        services.AddScoped<ISpendAppService, SpendAppService>();
        services.AddScoped<OpenDataTables>();
        services.AddScoped<IOpenDataAppService, OpenDataAppService>();
        services.AddScoped<SearchReader>();
        services.AddScoped<ISearchAppService, SearchAppService>();
        return services;
    }

    public static void MapReporting(this IEndpointRouteBuilder routes)
    {
        routes.MapSpend();
        routes.MapOpenData();
        routes.MapSearch();
    }
}
