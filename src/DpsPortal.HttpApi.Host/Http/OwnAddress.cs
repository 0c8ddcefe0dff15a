using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// Under which address the portal is asked. In production that is <c>Portal:Address</c> alone, with its scheme; where
/// the portal is tried out or tested, any port of this machine. So it is without a data folder as well: the build that
/// writes the OpenAPI document has neither.
/// </summary>
internal sealed class OwnAddress
{
    private readonly Uri? _only;

    public OwnAddress(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment() || configuration["Data:Path"] is null)
        {
            return;
        }

        _only = Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            ? address
            : throw new InvalidOperationException(
                "Portal:Address is missing: the address under which people reach the portal, as in "
                + "https://portal.example.org.");
    }

    public bool IsAskedBy(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var asked)
        && request.Host.HasValue && (_only is null ? asked.IsLoopback : IsSame(asked, _only));

    /// <summary>Scheme, host and port of the page are those of the request, which are ours.</summary>
    public static bool IsOrigin(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own)
        && IsSame(from, own);

    private static bool IsSame(Uri one, Uri other) =>
        Uri.Compare(
            one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}

internal static class OwnAddressMiddleware
{
    public const string Code = "DpsPortal:ForeignAddress";

    /// <summary>
    /// What a proxy says about its client counts only from the addresses in <c>Proxy:Addresses</c> (threat T48): its
    /// scheme and the client's address, never another host.
    /// </summary>
    public static void AddOwnAddress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OwnAddress>();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in (configuration["Proxy:Addresses"] ?? "").Split(
                [',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            options.ForwardedHeaders = options.KnownProxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
    }

    /// <summary>The two questions about health show nothing and come from machines that know no name.</summary>
    public static void UseOwnAddress(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<OwnAddress>();
        app.Use((context, next) =>
            own.IsAskedBy(context.Request) || context.Request.Path.Value is "/live" or "/ready"
                ? next(context)
                : Framework.Http.Problems.Of(StatusCodes.Status400BadRequest, Code).ExecuteAsync(context));
    }
}
