using DpsPortal.Framework.Http;
using DpsPortal.Tendering.CallOffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

internal static class EvaluationEndpoints
{
    public static void MapEvaluations(this IEndpointRouteBuilder routes)
    {
        var callOffs = routes.MapGroup("api/call-offs").WithTags("Evaluations");

        callOffs.MapPost("{id:guid}/open",
                (Guid id, CallOffVersionDto input, IEvaluationAppService app, CancellationToken ct) =>
                    app.OpenAsync(id, input, ct))
            .WithName("CallOff.Open").RequirePermission(Permissions.Open);

        callOffs.MapPost("{id:guid}/declaration",
                (Guid id, DeclareConflictDto input, IEvaluationAppService app, CancellationToken ct) =>
                    app.DeclareAsync(id, input, ct))
            .WithName("CallOff.Declare").RequirePermission(Permissions.ReadBids);

        callOffs.MapGet("{id:guid}/evaluation",
                (Guid id, IEvaluationAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("CallOff.GetEvaluation").RequirePermission(Permissions.ReadBids);

        callOffs.MapPost("{id:guid}/award/propose",
                (Guid id, ProposeAwardDto input, IAwardAppService app, CancellationToken ct) =>
                    app.ProposeAsync(id, input, ct))
            .WithName("CallOff.ProposeAward").RequirePermission(Permissions.ProposeAward);

        callOffs.MapPost("{id:guid}/award/send-back",
                (Guid id, SendBackAwardDto input, IAwardAppService app, CancellationToken ct) =>
                    app.SendBackAsync(id, input, ct))
            .WithName("CallOff.SendBackAward").RequirePermission(Permissions.ApproveAward);

        callOffs.MapPost("{id:guid}/award/take-back",
                (Guid id, CallOffVersionDto input, IAwardAppService app, CancellationToken ct) =>
                    app.TakeBackAsync(id, input, ct))
            .WithName("CallOff.TakeBackAward").RequirePermission(Permissions.ProposeAward);

        callOffs.MapPost("{id:guid}/award/approve",
                (Guid id, ApproveAwardDto input, IAwardAppService app, CancellationToken ct) =>
                    app.ApproveAsync(id, input, ct))
            .WithName("CallOff.ApproveAward").RequirePermission(Permissions.ApproveAward);

        callOffs.MapGet("{id:guid}/award/letters",
                (Guid id, IAwardAppService app, CancellationToken ct) =>
                    app.GetDraftLettersAsync(id, ct))
            .WithName("CallOff.GetDraftLetters").RequirePermission(Permissions.ReadBids);

        callOffs.MapGet("{id:guid}/letters",
                (Guid id, IAwardAppService app, CancellationToken ct) =>
                    app.GetLettersAsync(id, ct))
            .WithName("CallOff.GetLetters").RequirePermission(Permissions.ReadBids);
    }
}
