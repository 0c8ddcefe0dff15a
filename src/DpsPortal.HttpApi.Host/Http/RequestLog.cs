using System.Diagnostics;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// One line for each call: how, where, what came of it, how long it took. Without the query, which holds what people
/// search for, and that may be a child's name (threat T31); the server's own lines, which have it, are off.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public const string ServersOwn = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        // Taken now and escaped: later parts change it, and a line break in it would begin a line of its own.
        var path = context.Request.Path.ToUriComponent();
        await next(context);
        Answered(
            log,
            context.Request.Method,
            path,
            context.Response.StatusCode,
            Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0} ms")]
    private static partial void Answered(ILogger log, string method, string path, int status, double milliseconds);
}
