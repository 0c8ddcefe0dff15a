using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Versions;

internal static class ApplicationVersionEndpoints
{
    public static void MapApplicationVersions(this IEndpointRouteBuilder routes)
    {
        var versions = routes.MapGroup("api/applications/{id:guid}/versions").WithTags("Applications");

        versions.MapGet("",
                (Guid id, IApplicationVersionAppService app, CancellationToken ct) => app.GetListAsync(id, ct))
            .WithName("Application.GetVersions").RequirePermission(Permissions.View);

        versions.MapGet("compare",
                (Guid id, int? from, int? to, IApplicationVersionAppService app, CancellationToken ct) =>
                    app.CompareAsync(id, from, to, ct))
            .WithName("Application.CompareVersions").RequirePermission(Permissions.View);
    }
}
