using DpsPortal.Placements.Agreements;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Placements;

/// <summary>Placement agreements and their dated prices.</summary>
public static class PlacementsModule
{
    public static IServiceCollection AddPlacements(this IServiceCollection services)
    {
        services.AddScoped<IPlacementAppService>(_ => throw new NotSupportedException());
        return services;
    }

    public static void MapPlacements(this IEndpointRouteBuilder routes) => routes.MapPlacementAgreements();
}
