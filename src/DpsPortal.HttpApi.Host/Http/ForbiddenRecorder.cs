namespace DpsPortal.HttpApi.Host.Http;

/// <summary>Puts on record what the authorization itself refused: no exception tells of that.</summary>
internal sealed class ForbiddenRecorder(RequestDelegate next, RefusalRecorder refusals)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && !context.Response.HasStarted)
        {
            await refusals.RecordAsync(context, StatusCodes.Status403Forbidden, "DpsPortal:Forbidden");
        }
    }
}
