using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Applications;

internal static class ProviderApplicationEndpoints
{
    public static void MapProviderApplications(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("api/applications").WithTags("Applications");

        applications.MapGet("own",
                (IProviderApplicationAppService app, CancellationToken ct) =>
                    app.GetOwnListAsync(ct))
            .WithName("Application.GetOwnList").RequirePermission(Permissions.View);

        applications.MapPost("",
                (CreateApplicationDto input, IProviderApplicationAppService app, CancellationToken ct) =>
                    app.CreateAsync(input, ct))
            .WithName("Application.Create").RequirePermission(Permissions.Apply);

        applications.MapPut("{id:guid}/answers",
                (Guid id, SaveApplicationDto input, IProviderApplicationAppService app, CancellationToken ct) =>
                    app.SaveAsync(id, input, ct))
            .WithName("Application.Save").RequirePermission(Permissions.Apply);

        applications.MapPost("{id:guid}/submit",
                (Guid id, VersionDto input, IProviderApplicationAppService app, CancellationToken ct) =>
                    app.SubmitAsync(id, input, ct))
            .WithName("Application.Submit").RequirePermission(Permissions.Apply);

        applications.MapPost("{id:guid}/withdraw",
                (Guid id, ReasonDto input, IProviderApplicationAppService app, CancellationToken ct) =>
                    app.WithdrawAsync(id, input, ct))
            .WithName("Application.Withdraw").RequirePermission(Permissions.Apply);
    }
}
