using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>Open to everybody, by name: a scheme's public page asks for no account (architecture §10).</summary>
internal static class PublicSchemeEndpoints
{
    public static void MapPublicSchemes(this IEndpointRouteBuilder routes)
    {
        var schemes = routes.MapGroup("api/public").WithTags("PublicSchemes").AllowAnonymous();

        schemes.MapGet("schemes", (IPublicSchemeAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("PublicScheme.GetList");

        schemes.MapGet("schemes/{id:guid}", (Guid id, IPublicSchemeAppService app, CancellationToken ct) =>
                app.GetAsync(id, ct))
            .WithName("PublicScheme.Get");

        schemes.MapGet("regimes", (IPublicSchemeAppService app) => app.GetRegimes()).WithName("PublicScheme.GetRegimes");
    }
}
