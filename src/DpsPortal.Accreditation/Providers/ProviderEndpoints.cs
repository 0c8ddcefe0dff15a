using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Providers;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes) =>
        routes.MapGet("api/providers/{id:guid}", (Guid id, IProviderAppService app, CancellationToken ct) =>
                app.GetAsync(id, ct))
            .WithName("Provider.Get").WithTags("Providers").RequirePermission(Permissions.Review);
}
