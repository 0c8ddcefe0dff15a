using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Reporting.ReportingPermissions.Spend;

namespace DpsPortal.Reporting.Spend;

internal static class SpendEndpoints
{
    public static void MapSpend(this IEndpointRouteBuilder routes)
    {
        var spend = routes.MapGroup("api/spend").WithTags("Spend").AddEndpointFilter(IsoDates.CheckAsync);

        spend.MapGet("report",
                async (DateOnly from, DateOnly to, string format, ISpendAppService app, CancellationToken ct) =>
                    ToFile(await app.ExportAsync(from, to, format, ct)))
            .WithName("Spend.GetReport").RequirePermission(Permissions.View)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");

        spend.MapGet("run-rate", (DateOnly on, ISpendAppService app, CancellationToken ct) =>
                app.GetRunRateAsync(on, ct))
            .WithName("Spend.GetRunRate").RequirePermission(Permissions.View);

        spend.MapGet("summary", (DateOnly from, DateOnly to, ISpendAppService app, CancellationToken ct) =>
                app.GetSummaryAsync(from, to, ct))
            .WithName("Spend.GetSummary").RequirePermission(Permissions.View);
    }
    private static FileStreamHttpResult ToFile(SpendExport export) =>
        TypedResults.File(export.Content, export.ContentType, export.FileName);
}
