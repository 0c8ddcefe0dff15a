using DpsPortal.Framework.Http;
using DpsPortal.Tendering.CallOffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

internal static class ScoringEndpoints
{
    public static void MapScoring(this IEndpointRouteBuilder routes)
    {
        var callOffs = routes.MapGroup("api/call-offs/{id:guid}").WithTags("Evaluations");

        callOffs.MapPut("bids/{bidId:guid}/scores",
                (Guid id, Guid bidId, ScoreBidDto input, IScoringAppService app, CancellationToken ct) =>
                    app.ScoreAsync(id, bidId, input, ct))
            .WithName("CallOff.Score").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("scores/lock",
                (Guid id, CallOffVersionDto input, IScoringAppService app, CancellationToken ct) =>
                    app.LockAsync(id, input, ct))
            .WithName("CallOff.LockScores").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("scores/unlock",
                (Guid id, CallOffVersionDto input, IScoringAppService app, CancellationToken ct) =>
                    app.UnlockAsync(id, input, ct))
            .WithName("CallOff.UnlockScores").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("scores/{sheetId:guid}/set-aside",
                (Guid id, Guid sheetId, SetAsideScoresDto input, IScoringAppService app, CancellationToken ct) =>
                    app.SetAsideAsync(id, sheetId, input, ct))
            .WithName("CallOff.SetAsideScores").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("scores/{sheetId:guid}/count-again",
                (Guid id, Guid sheetId, CallOffVersionDto input, IScoringAppService app, CancellationToken ct) =>
                    app.CountAgainAsync(id, sheetId, input, ct))
            .WithName("CallOff.CountScoresAgain").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("chair",
                (Guid id, CallOffVersionDto input, IAgreementAppService app, CancellationToken ct) =>
                    app.TakeChairAsync(id, input, ct))
            .WithName("CallOff.TakeChair").RequirePermission(Permissions.Evaluate);

        callOffs.MapPut("bids/{bidId:guid}/agreed-scores",
                (Guid id, Guid bidId, ScoreBidDto input, IAgreementAppService app, CancellationToken ct) =>
                    app.AgreeAsync(id, bidId, input, ct))
            .WithName("CallOff.Agree").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("agreed-scores/unanimous",
                (Guid id, CallOffVersionDto input, IAgreementAppService app, CancellationToken ct) =>
                    app.AgreeUnanimousAsync(id, input, ct))
            .WithName("CallOff.AgreeUnanimous").RequirePermission(Permissions.Evaluate);

        callOffs.MapPost("lock-quality",
                (Guid id, CallOffVersionDto input, IAgreementAppService app, CancellationToken ct) =>
                    app.LockQualityAsync(id, input, ct))
            .WithName("CallOff.LockQuality").RequirePermission(Permissions.Evaluate);
    }
}
