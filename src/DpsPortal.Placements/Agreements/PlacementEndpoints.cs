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
                (Guid id, ProposePriceDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.ProposePriceAsync(id, input, ct))
            .WithName("Placement.ProposePrice").RequirePermission(Permissions.ProposePrice);

        placements.MapPost("{id:guid}/prices/confirm",
                (Guid id, PlacementVersionDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.ConfirmPriceAsync(id, input, ct))
            .WithName("Placement.ConfirmPrice").RequirePermission(Permissions.Manage);

        placements.MapPost("{id:guid}/prices/send-back",
                (Guid id, ReasonedDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.SendBackPriceAsync(id, input, ct))
            .WithName("Placement.SendBackPrice").RequirePermission(Permissions.ProposePrice);

        placements.MapPost("{id:guid}/end",
                (Guid id, EndPlacementDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.EndAsync(id, input, ct))
            .WithName("Placement.End").RequirePermission(Permissions.Manage);

        placements.MapPost("{id:guid}/take-back-end",
                (Guid id, ReasonedDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.TakeBackEndAsync(id, input, ct))
            .WithName("Placement.TakeBackEnd").RequirePermission(Permissions.Manage);

        placements.MapPost("{id:guid}/extension",
                (Guid id, ExtendPlacementDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.ProposeExtensionAsync(id, input, ct))
            .WithName("Placement.ProposeExtension").RequirePermission(Permissions.ProposePrice);

        placements.MapPost("{id:guid}/extension/confirm",
                (Guid id, PlacementVersionDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.ConfirmExtensionAsync(id, input, ct))
            .WithName("Placement.ConfirmExtension").RequirePermission(Permissions.Manage);

        placements.MapPost("{id:guid}/extension/send-back",
                (Guid id, ReasonedDto input, IPlacementAppService app, CancellationToken ct) =>
                    app.SendBackExtensionAsync(id, input, ct))
            .WithName("Placement.SendBackExtension").RequirePermission(Permissions.ProposePrice);
    }
}
