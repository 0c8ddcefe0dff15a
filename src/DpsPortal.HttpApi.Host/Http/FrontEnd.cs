using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace DpsPortal.HttpApi.Host.Http;

internal static partial class FrontEnd
{
    /// <summary>The built Angular application from <c>Web:Root</c>; nothing where there is none.</summary>
    public static void UseFrontEnd(this WebApplication app)
    {
        var root = Path.GetFullPath(
            app.Configuration["Web:Root"] ?? Path.Combine("..", "..", "angular", "dist", "browser"),
            app.Environment.ContentRootPath);
        if (!Directory.Exists(root))
        {
            return;
        }

        var files = new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                HashedName().IsMatch(context.File.Name) ? "public, max-age=31536000, immutable" : "no-cache",
        };
        app.Use((context, next) => ServePrecompressed(context, next, root));
        app.UseStaticFiles(files);
        app.MapFallback("/api/{**path}", () => TypedResults.NotFound())
            .AllowAnonymous().Add(endpoint => endpoint.DisplayName = "FrontEnd");
        app.MapFallbackToFile("index.html", files).AllowAnonymous().Add(endpoint => endpoint.DisplayName = "FrontEnd");
    }

    /// <summary>Where the build left <c>main-ABC123.js.br</c> beside the file, that is sent to who can read it.</summary>
    private static Task ServePrecompressed(HttpContext context, RequestDelegate next, string root)
    {
        var path = context.Request.Path.Value!;
        var acceptsBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (acceptsBrotli && IsCompressible().IsMatch(path)
            && new PhysicalFileProvider(root).GetFileInfo(path + ".br").Exists)
        {
            context.Request.Path = path + ".br";
            context.Response.OnStarting(() =>
            {
                context.Response.ContentType = path.EndsWith(".css", StringComparison.Ordinal)
                    ? "text/css"
                    : "text/javascript";
                context.Response.Headers[HeaderNames.ContentEncoding] = "br";
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"[-.][A-Za-z0-9_]{8,}\.(js|css|woff2?|svg|png|br)")]
    private static partial System.Text.RegularExpressions.Regex HashedName();

    [System.Text.RegularExpressions.GeneratedRegex(@"^/[\w.-]+\.(js|css)$")]
    private static partial System.Text.RegularExpressions.Regex IsCompressible();
}
