using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace DpsPortal.HttpApi.Host.Http;

internal static partial class FrontEnd
{
    private const string Brotli = ".br";

    /// <summary>The built Angular application from <c>Web:Root</c>; nothing where there is none.</summary>
    public static void UseFrontEnd(this WebApplication app)
    {
        var root = Path.GetFullPath(
            app.Configuration["Web:Root"] ?? Path.Combine("..", "..", "angular", "dist"),
            app.Environment.ContentRootPath);
        if (!Directory.Exists(root))
        {
            return;
        }

        var provider = new PhysicalFileProvider(root);
        app.Lifetime.ApplicationStopped.Register(provider.Dispose);
        var files = new StaticFileOptions
        {
            FileProvider = provider,
            ContentTypeProvider = new CompressedTypes(),
            OnPrepareResponse = context => Describe(context.Context.Response.Headers, context.File.Name),
        };
        var scripts = PageScripts.Of(root);
        app.Use((context, next) =>
        {
            NameScripts(context, scripts);
            return PreferCompressedAsync(context, next, provider);
        });
        app.UseStaticFiles(files);
        app.MapFallback("/api/{**path}", () => TypedResults.NotFound())
            .AllowAnonymous().Add(endpoint => endpoint.DisplayName = "FrontEnd");
        app.MapFallbackToFile("index.html", files).AllowAnonymous().Add(endpoint => endpoint.DisplayName = "FrontEnd");
    }

    private static void NameScripts(HttpContext context, PageScripts scripts)
    {
        if (scripts.LinkOf(context.Request.Path) is { Length: > 0 } link)
        {
            context.Response.Headers.Link = link;
        }
    }

    /// <summary>The build leaves <c>main-ABCD1234.js.br</c> beside the file: that is sent to who can read it.</summary>
    private static Task PreferCompressedAsync(HttpContext context, RequestDelegate next, PhysicalFileProvider files)
    {
        var request = context.Request;
        if (IsCompressible().IsMatch(request.Path.Value!)
            && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
            && files.GetFileInfo(request.Path + Brotli).Exists)
        {
            request.Path += Brotli;
        }

        return next(context);
    }

    private static void Describe(IHeaderDictionary headers, string name)
    {
        headers.CacheControl = HashedName().IsMatch(name) ? "public, max-age=31536000, immutable" : "no-cache";
        if (name.EndsWith(Brotli, StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
        }

        if (IsCompressible().IsMatch($"/{name}") || name.EndsWith(Brotli, StringComparison.Ordinal))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }

    /// <summary>Eight characters of the content's sum, before the ending: such a name never gets another content.</summary>
    [GeneratedRegex(@"-[A-Za-z0-9_-]{8}\.(js|css)(\.br)?$")]
    private static partial Regex HashedName();

    [GeneratedRegex(@"^/[\w.-]+\.(js|css)$")]
    private static partial Regex IsCompressible();

    /// <summary>A compressed file is of the type of what is in it.</summary>
    private sealed class CompressedTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            _types.TryGetContentType(
                subpath.EndsWith(Brotli, StringComparison.Ordinal) ? subpath[..^Brotli.Length] : subpath,
                out contentType);
    }
}
