using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Clarifications;

internal static class ClarificationEndpoints
{
    public static void MapClarifications(this IEndpointRouteBuilder routes)
    {
        var clarifications = routes.MapGroup("api/applications/{id:guid}/clarifications").WithTags("Applications");

        clarifications.MapPost("",
                (Guid id, AskClarificationDto input, IClarificationAppService app, CancellationToken ct) =>
                    app.AskAsync(id, input, ct))
            .WithName("Application.AskClarification").RequirePermission(Permissions.Review);

        clarifications.MapPost("{clarificationId:guid}/answer",
                (Guid id, Guid clarificationId, AnswerClarificationDto input, IClarificationAppService app,
                        CancellationToken ct) => app.AnswerAsync(id, clarificationId, input, ct))
            .WithName("Application.AnswerClarification").RequirePermission(Permissions.Apply);

        clarifications.MapPost("{clarificationId:guid}/close",
                (Guid id, Guid clarificationId, VersionDto input, IClarificationAppService app, CancellationToken ct) =>
                    app.CloseAsync(id, clarificationId, input, ct))
            .WithName("Application.CloseClarification").RequirePermission(Permissions.Review);

        clarifications.MapPost("{clarificationId:guid}/withdraw",
                (Guid id, Guid clarificationId, ReasonDto input, IClarificationAppService app, CancellationToken ct) =>
                    app.WithdrawAsync(id, clarificationId, input, ct))
            .WithName("Application.WithdrawClarification").RequirePermission(Permissions.Review);
    }
}
