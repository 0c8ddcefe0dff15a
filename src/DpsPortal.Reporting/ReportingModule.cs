using DpsPortal.Framework.Application;
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
        services.AddScoped<ISpendAppService>(_ => throw new NotSupportedException());
        return services;
    }

    public static void MapReporting(this IEndpointRouteBuilder routes) => routes.MapSpend();
}
