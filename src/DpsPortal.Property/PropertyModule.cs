using DpsPortal.Framework.Application;
using DpsPortal.Framework.Localization;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Property;

/// <summary>Premises, places, certificates and visits.</summary>
public static class PropertyModule
{
    public static IServiceCollection AddProperty(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(PropertyPermissions.Grants);
        services.AddErrorTexts(typeof(PropertyPermissions));
        services.AddScoped<IPremisesAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IVisitAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IPremisesIntegrationService>(_ => throw new NotSupportedException());
        return services;
    }

    public static void MapProperty(this IEndpointRouteBuilder routes)
    {
        routes.MapPremises();
        routes.MapVisits();
    }
}
