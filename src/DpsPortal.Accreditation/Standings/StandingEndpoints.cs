using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Standings;

internal static class StandingEndpoints
{
    public static void MapStandings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("api/standings",
                ([AsParameters] SearchedPageQuery query, IStandingAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Standing.GetList").WithTags("Standings").RequirePermission(Permissions.Review);

        var standings = routes.MapGroup("api/applications/{id:guid}").WithTags("Standings");

        standings.MapGet("standing",
                (Guid id, IStandingAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Standing.Get").RequirePermission(Permissions.View);

        standings.MapPost("standing-actions",
                (Guid id, ProposeStandingActionDto input, IStandingAppService app, CancellationToken ct) =>
                    app.ProposeAsync(id, input, ct))
            .WithName("Standing.Propose").RequirePermission(Permissions.Propose);

        standings.MapPost("standing-actions/{actionId:guid}/confirm",
                (Guid id, Guid actionId, VersionDto input, IStandingAppService app, CancellationToken ct) =>
                    app.ConfirmAsync(id, actionId, input, ct))
            .WithName("Standing.Confirm").RequirePermission(Permissions.Confirm);

        standings.MapPost("standing-actions/{actionId:guid}/carry-out",
                (Guid id, Guid actionId, VersionDto input, IStandingAppService app, CancellationToken ct) =>
                    app.CarryOutAsync(id, actionId, input, ct))
            .WithName("Standing.CarryOut").RequirePermission(Permissions.Confirm);

        standings.MapPost("standing-actions/{actionId:guid}/drop",
                (Guid id, Guid actionId, ReasonDto input, IStandingAppService app, CancellationToken ct) =>
                    app.DropAsync(id, actionId, input, ct))
            .WithName("Standing.Drop").RequirePermission(Permissions.Confirm);

        standings.MapPost("standing-actions/{actionId:guid}/representations",
                (Guid id, Guid actionId, RepresentDto input, IStandingAppService app, CancellationToken ct) =>
                    app.RepresentAsync(id, actionId, input, ct))
            .WithName("Standing.Represent").RequirePermission(Permissions.Apply);
    }
}
