using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.References;

internal static class ReferenceEndpoints
{
    public static void MapReferences(this IEndpointRouteBuilder routes)
    {
        var references = routes.MapGroup("api/applications/{id:guid}/references").WithTags("References");

        references.MapGet("",
                (Guid id, IReferenceAppService app, CancellationToken ct) => app.GetListAsync(id, ct))
            .WithName("Reference.GetList").RequirePermission(Permissions.View);

        references.MapPost("",
                (Guid id, AskReferenceDto input, IReferenceAppService app, CancellationToken ct) =>
                    app.AskAsync(id, input, ct))
            .WithName("Reference.Ask").RequirePermission(Permissions.Apply);

        references.MapPost("{referenceId:guid}/resend",
                (Guid id, Guid referenceId, IReferenceAppService app, CancellationToken ct) =>
                    app.ResendAsync(id, referenceId, ct))
            .WithName("Reference.Resend").RequirePermission(Permissions.Apply);

        references.MapPost("{referenceId:guid}/revoke",
                (Guid id, Guid referenceId, IReferenceAppService app, CancellationToken ct) =>
                    app.RevokeAsync(id, referenceId, ct))
            .WithName("Reference.Revoke").RequirePermission(Permissions.Apply);

        references.MapPost("{referenceId:guid}/accept",
                (Guid id, Guid referenceId, AcceptReferenceDto input, IReferenceVerdictAppService app,
                        CancellationToken ct) => app.AcceptAsync(id, referenceId, input, ct))
            .WithName("Reference.Accept").RequirePermission(Permissions.Review);

        references.MapPost("{referenceId:guid}/refuse",
                (Guid id, Guid referenceId, RefuseReferenceDto input, IReferenceVerdictAppService app,
                        CancellationToken ct) => app.RefuseAsync(id, referenceId, input, ct))
            .WithName("Reference.Refuse").RequirePermission(Permissions.Review);

        routes.MapPost("/api/references/read",
                (ReadReferenceDto input, IRefereeAppService app, HttpContext http, CancellationToken ct) =>
                    app.ReadAsync(input, http.Connection.RemoteIpAddress, ct))
            .WithName("Reference.Read").WithTags("References").AllowAnonymous();

        routes.MapPost("/api/references/give",
                (GiveReferenceDto input, IRefereeAppService app, HttpContext http, CancellationToken ct) =>
                    app.GiveAsync(input, http.Connection.RemoteIpAddress, ct))
            .WithName("Reference.Give").WithTags("References").AllowAnonymous();
    }
}
