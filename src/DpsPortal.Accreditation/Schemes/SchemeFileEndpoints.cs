using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Schemes;

namespace DpsPortal.Accreditation.Schemes;

internal static class SchemeFileEndpoints
{
    public static void MapSchemeFiles(this IEndpointRouteBuilder routes)
    {
        var schemes = routes.MapGroup("api/schemes").WithTags("SchemeFiles");

        schemes.MapGet("templates", (ISchemeFileAppService app) => app.GetTemplates())
            .WithName("SchemeFile.GetTemplates").RequirePermission(Permissions.Manage);

        schemes.MapGet("{id:guid}/file", (Guid id, ISchemeFileAppService app, CancellationToken ct) =>
                app.ExportAsync(id, ct))
            .WithName("SchemeFile.Export").RequirePermission(Permissions.Manage);

        schemes.MapPost("file/read", (SchemeFileDto input, ISchemeFileAppService app, CancellationToken ct) =>
                app.ReadAsync(input, ct))
            .WithName("SchemeFile.Read").RequirePermission(Permissions.Manage);
    }
}
