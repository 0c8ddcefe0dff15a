using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Placements.PlacementsPermissions.Placements;

namespace DpsPortal.Placements.Agreements;

internal static class PlacementEndpoints
{
    public static void MapPlacementAgreements(this IEndpointRouteBuilder routes)
    {
        var placements = routes.MapGroup("api/placements").WithTags("Placements");

        placements.MapGet("",
                ([AsParameters] PlacementQuery query, IPlacementAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Placement.GetList").RequirePermission(Permissions.View);

        placements.MapGet("{id:guid}", (Guid id, IPlacementAppService app, CancellationToken ct) =>
                app.GetAsync(id, ct))
            .WithName("Placement.Get").RequirePermission(Permissions.View);

        placements.MapGet("{id:guid}/history", (Guid id, IPlacementAppService app, CancellationToken ct) =>
                app.GetHistoryAsync(id, ct))
            .WithName("Placement.GetHistory").RequirePermission(Permissions.View);

        placements.MapPost("{id:guid}/prices",
                (Guid id, ChangePriceDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.ChangePriceAsync(id, input, ct))
            .WithName("Placement.ChangePrice").RequirePermission(Permissions.Manage);

        placements.MapPost("{id:guid}/end",
                (Guid id, EndPlacementDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.EndAsync(id, input, ct))
            .WithName("Placement.End").RequirePermission(Permissions.Manage);
    }
}
