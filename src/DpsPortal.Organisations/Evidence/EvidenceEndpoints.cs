using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Organisations.OrganisationsPermissions.Evidence;

namespace DpsPortal.Organisations.Evidence;

internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/api/evidence").WithTags("Evidence");

        evidence.MapGet("", (IEvidenceAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("Evidence.GetList").RequirePermission(Permissions.Manage);

        evidence.MapPost("", (AddEvidenceDto input, IEvidenceAppService app, CancellationToken ct) =>
                app.AddAsync(input, ct))
            .WithName("Evidence.Add").RequirePermission(Permissions.Manage);

        evidence.MapGet("given", (Guid providerId, IEvidenceAppService app, CancellationToken ct) =>
                app.GetGivenListAsync(providerId, ct))
            .WithName("Evidence.GetGivenList").RequirePermission(Permissions.Request);

        evidence.MapGet("{id:guid}", (Guid id, IEvidenceAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Evidence.Get").RequirePermission(Permissions.Manage);

        evidence.MapPost("{id:guid}/versions",
                (Guid id, EvidenceVersionInputDto input, IEvidenceAppService app, CancellationToken ct) =>
                    app.AddVersionAsync(id, input, ct))
            .WithName("Evidence.AddVersion").RequirePermission(Permissions.Manage);

        var requests = routes.MapGroup("/api/evidence-requests").WithTags("Evidence");

        requests.MapGet("", (IEvidenceRequestAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("EvidenceRequest.GetList").RequirePermission(Permissions.View);

        requests.MapPost("", (AskForEvidenceDto input, IEvidenceRequestAppService app, CancellationToken ct) =>
                app.AskAsync(input, ct))
            .WithName("EvidenceRequest.Ask").RequirePermission(Permissions.Request);

        requests.MapPost("{id:guid}/answer", (Guid id, IEvidenceRequestAppService app, CancellationToken ct) =>
                app.AnswerAsync(id, ct))
            .WithName("EvidenceRequest.Answer").RequirePermission(Permissions.Manage);
    }
}
