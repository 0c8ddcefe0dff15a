using DpsPortal.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.HttpApi.Host.Http;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", () => TypedResults.Ok(new HealthDto("live")))
            .WithName("Health.Live").WithTags("Health").AllowAnonymous();

        routes.MapGet("/ready", async Task<IResult> (
                DpsPortalDbContext db, ScannerWatch watch, ILoggerFactory logs, CancellationToken ct) =>
            {
                try
                {
                    return await IsReadyAsync(db, ct)
                        ? TypedResults.Ok(new HealthDto("ready", await watch.WarningAsync(ct)))
                        : TypedResults.Json(new HealthDto("migrations are missing"), statusCode: 503);
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    logs.CreateLogger("Ready").LogWarning(e, "The database does not answer.");
                    return TypedResults.Json(new HealthDto("the database does not answer"), statusCode: 503);
                }
            })
            .WithName("Health.Ready").AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>A write, not only a connection: a full disk or a read-only standby is not ready.</summary>
    private static async Task<bool> IsReadyAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into app.readiness_probe (node, at) values ({Environment.MachineName}, app.now())
             on conflict (node) do update set at = excluded.at
             """,
            ct);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }
}

/// <param name="Warning">Works, but somebody should look.</param>
internal sealed record HealthDto(string Status, string? Warning = null);
