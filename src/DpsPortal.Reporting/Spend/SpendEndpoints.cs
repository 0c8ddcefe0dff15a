using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Reporting.ReportingPermissions.Spend;

namespace DpsPortal.Reporting.Spend;

internal static class SpendEndpoints
{
    public static void MapSpend(this IEndpointRouteBuilder routes)
    {
        var spend = routes.MapGroup("api/spend").WithTags("Spend");

        spend.MapGet("run-rate", (DateOnly on, ISpendAppService app, CancellationToken ct) =>
                app.GetRunRateAsync(on, ct))
            .WithName("Spend.GetRunRate").RequirePermission(Permissions.View);

        spend.MapGet("summary", (DateOnly from, DateOnly to, ISpendAppService app, CancellationToken ct) =>
                app.GetSummaryAsync(from, to, ct))
            .WithName("Spend.GetSummary").RequirePermission(Permissions.View);
    }
}
