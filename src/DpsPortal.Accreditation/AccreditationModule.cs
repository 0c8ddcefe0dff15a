using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Notifications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
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
        services.AddScoped<ISchemeAppService, SchemeAppService>();
        services.AddScoped<IProviderApplicationAppService, ProviderApplicationAppService>();
        services.AddScoped<IApplicationReviewAppService, ApplicationReviewAppService>();
        services.AddScoped<IMembershipIntegrationService, MembershipIntegrationService>();
        services.AddScoped<ApplicationReader>();
        services.AddScoped<ApplicationQueries>();
        services.AddScoped<ApplicationSharing>();
        services.AddScoped<ITodaySource, ApplicationToday>();
        services.AddEventHandler<ApplicationNewsEto, ApplicationNewsHandler>();
        return services;
    }

    public static void MapAccreditation(this IEndpointRouteBuilder routes)
    {
        routes.MapSchemes();
        routes.MapProviderApplications();
        routes.MapApplicationReview();
    }
}
