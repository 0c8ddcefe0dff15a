using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Localization;
using DpsPortal.Placements.Agreements;
using DpsPortal.Placements.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Tendering.Integration;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Placements;

/// <summary>Placement agreements and their dated prices.</summary>
public static class PlacementsModule
{
    public static IServiceCollection AddPlacements(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(PlacementsPermissions.Grants);
        services.AddErrorTexts(typeof(PlacementsPermissions));
        services.AddScoped<IPlacementAppService, PlacementAppService>();
        services.AddScoped<IPlacedHomes, PlacedHomes>();
        services.AddScoped<ITodaySource, PlacementToday>();
        services.AddEventHandler<CallOffAwardedEto, CallOffAwardedHandler>();
        services.AddEventHandler<PlacementChangedEto, PlacementMailer>();
        services.AddEventHandler<PremisesChangedEto, HomeMailer>();
        services.AddEventHandler<PremisesStandingChangedEto, HomeMailer>();
        return services;
    }

    public static void MapPlacements(this IEndpointRouteBuilder routes) => routes.MapPlacementAgreements();
}
