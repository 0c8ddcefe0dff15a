using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Reporting.ReportingPermissions.OpenData;

namespace DpsPortal.Reporting.OpenData;

internal static class OpenDataEndpoints
{
    public static void MapOpenData(this IEndpointRouteBuilder routes) => routes
        .MapGet("api/open-data/export", async (IOpenDataAppService app, CancellationToken ct) =>
        {
            var export = await app.ExportAsync(ct);
            return TypedResults.File(export.Content, "application/zip", export.FileName);
        })
        .WithName("OpenData.Export").WithTags("OpenData").RequirePermission(Permissions.Export)
        .Produces(StatusCodes.Status200OK, contentType: "application/zip");
}
