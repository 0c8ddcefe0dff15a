using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.OfstedRecords;

internal static class OfstedEndpoints
{
    public static void MapOfsted(this IEndpointRouteBuilder routes)
    {
        var ofsted = routes.MapGroup("api/ofsted").WithTags("Ofsted");

        ofsted.MapGet("",
                ([AsParameters] SearchedPageQuery query, IOfstedAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Ofsted.GetList").RequirePermission(Permissions.Review);

        ofsted.MapPost("{id:guid}/statuses",
                (Guid id, RecordOfstedStatusDto input, IOfstedAppService app, CancellationToken ct) =>
                    app.RecordAsync(id, input, ct))
            .WithName("Ofsted.Record").RequirePermission(Permissions.Review);

        ofsted.MapGet("differences", (IOfstedAppService app, CancellationToken ct) => app.GetDifferencesAsync(ct))
            .WithName("Ofsted.GetDifferences").RequirePermission(Permissions.Review);

        ofsted.MapPost("differences/{id:guid}/resolve",
                (Guid id, ReasonDto input, IOfstedAppService app, CancellationToken ct) => app.ResolveAsync(id, input, ct))
            .WithName("Ofsted.Resolve").RequirePermission(Permissions.Review);

        ofsted.MapPost("register/columns", ColumnsAsync)
            .WithName("Ofsted.ReadColumns").RequirePermission(Permissions.Review)
            .WithMetadata(new RequestSizeLimitAttribute(OfstedConsts.MaxFileSize + (64 * 1024)))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.

        ofsted.MapPost("register/compare", CompareAsync)
            .WithName("Ofsted.Compare").RequirePermission(Permissions.Review)
            .WithMetadata(new RequestSizeLimitAttribute(OfstedConsts.MaxFileSize + (64 * 1024)))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.
    }

    private static async Task<RegisterColumnsDto> ColumnsAsync(
        IFormFile? file, IOfstedRegisterAppService app, CancellationToken ct)
    {
        await using var content = Open(file);
        return await app.ReadColumnsAsync(content, file!.FileName, ct);
    }

    /// <summary>Each text names a column by its heading.</summary>
    private static async Task<RegisterComparisonDto> CompareAsync(
        IFormFile? file, string urn, DateOnly asOf, IOfstedRegisterAppService app, CancellationToken ct,
        string? name = null, string? registration = null, string? outcome = null, string? outcomeOn = null,
        bool apply = false)
    {
        await using var content = Open(file);
        var mapping = new RegisterMappingDto
        {
            Urn = urn,
            Name = name,
            Registration = registration,
            Outcome = outcome,
            OutcomeOn = outcomeOn,
            AsOf = asOf,
        };
        return await app.CompareAsync(content, file!.FileName, mapping, apply, ct);
    }

    private static Stream Open(IFormFile? file) =>
        file is null || file.Length == 0 || file.Length > OfstedConsts.MaxFileSize
            ? throw new InvalidInputException("file", "Choose a CSV or an ODS file of at most 10 MB.")
            : file.OpenReadStream();
}
