using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Imports;

namespace DpsPortal.Accreditation.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("api/imports").WithTags("Imports");

        imports.MapGet("",
                ([AsParameters] PageQuery query, IDataImportAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Import.GetList").RequirePermission(Permissions.Manage);

        imports.MapGet("members", (IDataImportAppService app, CancellationToken ct) => app.GetMembersAsync(ct))
            .WithName("Import.GetMembers").RequirePermission(Permissions.Manage);

        imports.MapGet("templates/{kind}", (ImportKind kind, IDataImportAppService app) => Template(kind, app))
            .WithName("Import.Template").RequirePermission(Permissions.Manage);

        imports.MapPost("check", CheckAsync)
            .WithName("Import.Check").RequirePermission(Permissions.Manage)
            .WithMetadata(new RequestSizeLimitAttribute(ImportConsts.MaxFileSize + (64 * 1024)))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.

        imports.MapPost("", ProposeAsync)
            .WithName("Import.Propose").RequirePermission(Permissions.Manage)
            .WithMetadata(new RequestSizeLimitAttribute(ImportConsts.MaxFileSize + (64 * 1024)))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.

        imports.MapGet("{id:guid}",
                (Guid id, IDataImportAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Import.Get").RequirePermission(Permissions.Manage);

        imports.MapGet("{id:guid}/report", (Guid id, IDataImportAppService app, CancellationToken ct) =>
                app.GetReportAsync(id, ct))
            .WithName("Import.GetReport").RequirePermission(Permissions.Manage);

        imports.MapPost("{id:guid}/confirm", (Guid id, IDataImportAppService app, CancellationToken ct) =>
                app.ConfirmAsync(id, ct))
            .WithName("Import.Confirm").RequirePermission(Permissions.Manage);

        imports.MapPost("{id:guid}/drop",
                (Guid id, DropImportDto input, IDataImportAppService app, CancellationToken ct) =>
                    app.DropAsync(id, input, ct))
            .WithName("Import.Drop").RequirePermission(Permissions.Manage);
    }

    /// <summary>With a mark of UTF-8, so that a spreadsheet program shows what it says.</summary>
    private static FileContentHttpResult Template(ImportKind kind, IDataImportAppService app) => TypedResults.File(
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(app.Template(kind))], "text/csv",
        $"{ImportColumns.InWords(kind)}.csv");

    private static async Task<ImportReportDto> CheckAsync(
        IFormFile? file, Guid schemeId, IDataImportAppService app, CancellationToken ct)
    {
        await using var content = Open(file);
        return await app.CheckAsync(schemeId, content, NameOf(file!), ct);
    }

    private static async Task<DataImportDto> ProposeAsync(
        IFormFile? file, Guid schemeId, IDataImportAppService app, CancellationToken ct)
    {
        await using var content = Open(file);
        return await app.ProposeAsync(schemeId, content, NameOf(file!), ct);
    }

    private static string NameOf(IFormFile file)
    {
        const int longest = 200;
        var name = Unseen.Without(Path.GetFileName(file.FileName));
        return name.Length <= longest ? name : name[^longest..];
    }

    private static Stream Open(IFormFile? file) =>
        file is null || file.Length == 0 || file.Length > ImportConsts.MaxFileSize
            ? throw new InvalidInputException("file", "Choose an Excel workbook (.xlsx) or a CSV file of at most 10 MB.")
            : file.OpenReadStream();
}
