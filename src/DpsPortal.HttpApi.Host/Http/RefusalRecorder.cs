using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Auditing;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// Remembers each refused call that wanted to change something or to read what it may not: in a transaction of its
/// own, after the rollback and before the answer. Of what was refused it keeps the name of the endpoint, the object in
/// the route, the code, and of a move that the rules do not permit why not.
/// </summary>
internal sealed class RefusalRecorder(IServiceScopeFactory scopes)
{
    private static readonly HashSet<int> Recorded =
    [
        StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
        StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity,
    ];

    public async Task RecordAsync(HttpContext context, int status, string code, string? reason = null)
    {
        var actor = context.RequestServices.GetRequiredService<ActingUser>().Actor;
        var endpoint = NameOf(context);
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (actor is null || endpoint is null || !Recorded.Contains(status)
            || (reads && status != StatusCodes.Status403Forbidden))
        {
            return;
        }

        var parts = endpoint.Split('.', 2);
        _ = Guid.TryParse(RouteOf(context)?["id"] as string, out var id);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(actor);
        await scope.ServiceProvider.GetRequiredService<IRefusalAudit>()
            .RecordRefusalAsync(parts[0], id, parts[^1], code, CancellationToken.None, reason);
    }

    private static RouteValueDictionary? RouteOf(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature>()?.RouteValues
        ?? context.Request.RouteValues;

    /// <summary>The endpoint that was asked for; the exception handler runs after the route was cleared.</summary>
    private static string? NameOf(HttpContext context)
    {
        var endpoint = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature>()?.Endpoint
            ?? context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
    }
}
