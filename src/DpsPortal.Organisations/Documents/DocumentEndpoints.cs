using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Documents;

internal static class DocumentEndpoints
{
    /// <summary>The largest file and the wrapping of its form, in bytes.</summary>
    private const long MaxRequest = 26L * 1024 * 1024;

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/documents").WithTags("Documents");

        documents.MapPost("", UploadAsync)
            .WithName("Document.Upload").RequirePermission(OrganisationsPermissions.Documents.Use)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.

        documents.MapGet("", (IDocumentAppService app, CancellationToken ct, int skip = 0, int take = 50) =>
                app.GetListAsync(skip, take, ct))
            .WithName("Document.GetList").RequirePermission(OrganisationsPermissions.Documents.Use);

        documents.MapGet("scanning", (IDocumentAppService app, CancellationToken ct) => app.GetScanningAsync(ct))
            .WithName("Document.GetScanning").RequirePermission(OrganisationsPermissions.Documents.Use);

        documents.MapGet("{id:guid}", (Guid id, IDocumentAppService app, CancellationToken ct) =>
                app.GetAsync(id, ct))
            .WithName("Document.Get").RequirePermission(OrganisationsPermissions.Documents.Use);

        documents.MapGet("{id:guid}/content", DownloadAsync)
            .WithName("Document.Download").RequirePermission(OrganisationsPermissions.Documents.Use);
    }

    private static async Task<Created<DocumentDto>> UploadAsync(
        IFormFile? file, HttpRequest request, IDocumentAppService app, CancellationToken ct)
    {
        if (file is null || request.Form.Files.Count != 1)
        {
            throw new DocumentRefusedException(OrganisationsErrorCodes.DocumentMissing, "");
        }

        await using var content = file.OpenReadStream();
        var document = await app.CreateAsync(file.FileName, content, ct);
        return TypedResults.Created($"/api/documents/{document.Id}", document);
    }

    private static async Task<FileStreamHttpResult> DownloadAsync(
        Guid id, IDocumentAppService app, HttpResponse response, CancellationToken ct)
    {
        var document = await app.DownloadAsync(id, ct);
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(document.Content, ContentTypeOf(document.Kind), document.Name);
    }

    private static string ContentTypeOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentKind.Jpg => "image/jpeg",
        DocumentKind.Png => "image/png",
        _ => "text/csv",
    };
}
