using System.Text;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Staff;
using Reviewing = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Staff;

internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("api/staff").WithTags("Staff");

        staff.MapGet("", (IStaffAppService app, CancellationToken ct) => app.GetOwnListAsync(ct))
            .WithName("Staff.GetOwnList").RequirePermission(Permissions.Manage);

        staff.MapPost("", (SaveStaffMemberDto input, IStaffAppService app, CancellationToken ct) =>
                app.CreateAsync(input, ct))
            .WithName("Staff.Create").RequirePermission(Permissions.Manage);

        staff.MapPut("{id:guid}", (Guid id, SaveStaffMemberDto input, IStaffAppService app, CancellationToken ct) =>
                app.UpdateAsync(id, input, ct))
            .WithName("Staff.Update").RequirePermission(Permissions.Manage);

        staff.MapGet("training", (IStaffAppService app, CancellationToken ct) => app.GetOwnTrainingAsync(ct))
            .WithName("Staff.GetOwnTraining").RequirePermission(Permissions.Manage);

        staff.MapGet("template", (IStaffImportAppService app) => Template(app))
            .WithName("Staff.Template").RequirePermission(Permissions.Manage);

        staff.MapPost("import", ImportAsync)
            .WithName("Staff.Import").RequirePermission(Permissions.Manage)
            .WithMetadata(new RequestSizeLimitAttribute(StaffConsts.MaxImportSize + (64 * 1024)))
            .DisableAntiforgery(); // The token is checked centrally, as for every unsafe call.

        routes.MapGet("api/applications/{id:guid}/staff", (Guid id, IStaffAppService app, CancellationToken ct) =>
                app.GetOfApplicationAsync(id, ct))
            .WithName("Staff.GetOfApplication").WithTags("Staff").RequirePermission(Reviewing.Review);

        routes.MapGet("api/applications/{id:guid}/staff/training",
                (Guid id, IStaffAppService app, CancellationToken ct) => app.GetTrainingOfApplicationAsync(id, ct))
            .WithName("Staff.GetTrainingOfApplication").WithTags("Staff").RequirePermission(Reviewing.Review);

        routes.MapPost("api/applications/{id:guid}/staff/sample",
                (Guid id, IStaffAppService app, CancellationToken ct) => app.DrawSampleAsync(id, ct))
            .WithName("Staff.DrawSample").WithTags("Staff").RequirePermission(Reviewing.Review);

        routes.MapPut("api/applications/{id:guid}/staff/sample/{staffId:guid}",
                (Guid id, Guid staffId, ReadStaffFileDto input, IStaffAppService app, CancellationToken ct) =>
                    app.ReadFileAsync(id, staffId, input, ct))
            .WithName("Staff.ReadFile").WithTags("Staff").RequirePermission(Reviewing.Review);
    }

    private static FileContentHttpResult Template(IStaffImportAppService app) => TypedResults.File(
        Encoding.UTF8.GetBytes(app.Template()), "text/csv", "single-central-record.csv");

    private static async Task<StaffImportDto> ImportAsync(
        IFormFile? file, IStaffImportAppService app, CancellationToken ct, bool apply = false)
    {
        if (file is null || file.Length == 0 || file.Length > StaffConsts.MaxImportSize)
        {
            throw new InvalidInputException("file", "Choose a CSV file of at most 2 MB.");
        }

        await using var content = file.OpenReadStream();
        return await app.ImportAsync(content, apply, ct);
    }
}
