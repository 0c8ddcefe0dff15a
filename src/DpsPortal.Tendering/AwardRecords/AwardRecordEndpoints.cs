using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.CallOffs;

namespace DpsPortal.Tendering.AwardRecords;

internal static class AwardRecordEndpoints
{
    public static void MapAwardRecords(this IEndpointRouteBuilder routes)
    {
        var records = routes.MapGroup("api/call-offs/{id:guid}/award/record").WithTags("AwardRecords");

        records.MapGet("",
                (Guid id, IAwardRecordAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("CallOff.GetRecord").RequirePermission(Permissions.ReadBids);

        records.MapGet("file", FileAsync)
            .WithName("CallOff.GetRecordFile").RequirePermission(Permissions.ReadBids);
    }

    private static async Task<FileContentHttpResult> FileAsync(
        Guid id, IAwardRecordAppService app, CancellationToken ct)
    {
        var file = await app.GetFileAsync(id, ct);
        return TypedResults.File(file.Content, AwardRecordFile.ContentType, file.FileName);
    }
}
