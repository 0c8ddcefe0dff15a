using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.RecruitmentActions;

internal static class RecruitmentActionEndpoints
{
    public static void MapRecruitmentActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup("api/applications/{id:guid}/recruitment-actions").WithTags("Applications");

        actions.MapPost("{actionId:guid}/report",
                (Guid id, Guid actionId, ReportRecruitmentActionDto input, IRecruitmentActionAppService app,
                        CancellationToken ct) => app.ReportAsync(id, actionId, input, ct))
            .WithName("Application.ReportRecruitmentAction").RequirePermission(Permissions.Apply);

        actions.MapPost("{actionId:guid}/accept",
                (Guid id, Guid actionId, VersionDto input, IRecruitmentActionAppService app, CancellationToken ct) =>
                    app.AcceptAsync(id, actionId, input, ct))
            .WithName("Application.AcceptRecruitmentAction").RequirePermission(Permissions.Review);

        actions.MapPost("{actionId:guid}/send-back",
                (Guid id, Guid actionId, SendBackRecruitmentActionDto input, IRecruitmentActionAppService app,
                        CancellationToken ct) => app.SendBackAsync(id, actionId, input, ct))
            .WithName("Application.SendBackRecruitmentAction").RequirePermission(Permissions.Review);
    }
}
