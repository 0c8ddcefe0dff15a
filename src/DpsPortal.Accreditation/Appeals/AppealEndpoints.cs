using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Appeals;

internal static class AppealEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder routes)
    {
        var appeals = routes.MapGroup("api/applications/{id:guid}/appeals").WithTags("Appeals");

        appeals.MapGet("", (Guid id, IAppealAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Appeal.GetList").RequirePermission(Permissions.View);

        appeals.MapPost("",
                (Guid id, LodgeAppealDto input, IAppealAppService app, CancellationToken ct) =>
                    app.LodgeAsync(id, input, ct))
            .WithName("Appeal.Lodge").RequirePermission(Permissions.Apply);

        appeals.MapPost("{appealId:guid}/propose",
                (Guid id, Guid appealId, ProposeAppealOutcomeDto input, IAppealAppService app, CancellationToken ct) =>
                    app.ProposeAsync(id, appealId, input, ct))
            .WithName("Appeal.Propose").RequirePermission(Permissions.Propose);

        appeals.MapPost("{appealId:guid}/confirm",
                (Guid id, Guid appealId, VersionDto input, IAppealAppService app, CancellationToken ct) =>
                    app.ConfirmAsync(id, appealId, input, ct))
            .WithName("Appeal.Confirm").RequirePermission(Permissions.Confirm);

        appeals.MapPost("{appealId:guid}/send-back",
                (Guid id, Guid appealId, ReasonDto input, IAppealAppService app, CancellationToken ct) =>
                    app.SendBackAsync(id, appealId, input, ct))
            .WithName("Appeal.SendBack").RequirePermission(Permissions.Confirm);
    }
}
