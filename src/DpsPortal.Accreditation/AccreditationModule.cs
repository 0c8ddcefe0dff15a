using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Accreditation;

/// <summary>Schemes and lots, applications, the five stages, both decisions, standing.</summary>
public static class AccreditationModule
{
    public static IServiceCollection AddAccreditation(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(AccreditationPermissions.Grants);
        services.AddErrorTexts(typeof(AccreditationPermissions));
        services.AddScoped<ISchemeAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IProviderApplicationAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IApplicationReviewAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IMembershipIntegrationService>(_ => throw new NotSupportedException());
        return services;
    }

    public static void MapAccreditation(this IEndpointRouteBuilder routes)
    {
        routes.MapSchemes();
        routes.MapProviderApplications();
        routes.MapApplicationReview();
    }
}
