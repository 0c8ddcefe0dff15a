using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.Bids;

namespace DpsPortal.Tendering.Boxes;

internal static class BoxEndpoints
{
    public static void MapBoxes(this IEndpointRouteBuilder routes)
    {
        // Open to everybody, by name: whoever doubts a box asks nobody for leave to check it.
        var boxes = routes.MapGroup("api/public").WithTags("Boxes").AllowAnonymous();

        boxes.MapGet("boxes/{id:guid}", (Guid id, IBoxAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Box.Get");

        boxes.MapGet("boxes/{id:guid}/file", async (Guid id, IBoxAppService app, CancellationToken ct) =>
                Sent(await app.GetFileAsync(id, ct)))
            .WithName("Box.GetFile");

        boxes.MapGet("signing-keys", (IBoxAppService app) => Sent(app.GetKeys())).WithName("Box.GetKeys");

        var versions = routes.MapGroup("api/opportunities/{id:guid}/bid/versions/{version:int}").WithTags("Boxes");

        versions.MapGet("receipt", async (Guid id, int version, IReceiptAppService app, CancellationToken ct) =>
                Sent(await app.GetReceiptAsync(id, version, ct)))
            .WithName("Bid.GetReceiptFile").RequirePermission(Permissions.View);

        versions.MapGet("copy", async (Guid id, int version, IReceiptAppService app, CancellationToken ct) =>
                Sent(await app.GetBidAsync(id, version, ct)))
            .WithName("Bid.GetCopy").RequirePermission(Permissions.View);
    }

    private static FileContentHttpResult Sent(SealingFile file) =>
        TypedResults.File(file.Content, SealingFile.ContentType, file.FileName);
}
