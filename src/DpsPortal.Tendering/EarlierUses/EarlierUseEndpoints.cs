using DpsPortal.Framework.Http;
using DpsPortal.Tendering.CallOffs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Tendering.EarlierUses;

internal static class EarlierUseEndpoints
{
    public static void MapEarlierUses(this IEndpointRouteBuilder routes)
    {
        var bids = routes.MapGroup("api/call-offs/{id:guid}/bids/{bidId:guid}").WithTags("EarlierUses");

        bids.MapPost("earlier-use",
                (Guid id, Guid bidId, RecordEarlierUseDto input, IEarlierUseAppService app, CancellationToken ct) =>
                    app.RecordAsync(id, bidId, input, ct))
            .WithName("CallOff.RecordEarlierUse").RequirePermission(TenderingPermissions.CallOffs.ProposeAward);

        bids.MapPost("earlier-use/take-back",
                (Guid id, Guid bidId, CallOffVersionDto input, IEarlierUseAppService app, CancellationToken ct) =>
                    app.TakeBackAsync(id, bidId, input, ct))
            .WithName("CallOff.TakeBackEarlierUse").RequirePermission(TenderingPermissions.CallOffs.ProposeAward);
    }
}
