using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Queues;

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("api/applications").WithTags("Queue");

        applications.MapGet("officers", (IQueueAppService app, CancellationToken ct) => app.GetOfficersAsync(ct))
            .WithName("Queue.GetOfficers").RequirePermission(Permissions.Review);

        applications.MapPost("take-next", (IQueueAppService app, CancellationToken ct) => app.TakeNextAsync(ct))
            .WithName("Queue.TakeNext").RequirePermission(Permissions.Review);

        // Named after the application, in whose history a refusal is remembered.
        applications.MapPost("{id:guid}/assign",
                (Guid id, AssignApplicationDto input, IQueueAppService app, CancellationToken ct) =>
                    app.AssignAsync(id, input, ct))
            .WithName("Application.Assign").RequirePermission(Permissions.Review);

        applications.MapPost("remind",
                (RemindProvidersDto input, IQueueAppService app, CancellationToken ct) => app.RemindAsync(input, ct))
            .WithName("Queue.Remind").RequirePermission(Permissions.Review);

        var views = routes.MapGroup("api/saved-views").WithTags("Queue");

        views.MapGet("", (ISavedViewAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("SavedView.GetList").RequirePermission(Permissions.Review);

        views.MapPost("", (SaveViewDto input, ISavedViewAppService app, CancellationToken ct) =>
                app.CreateAsync(input, ct))
            .WithName("SavedView.Create").RequirePermission(Permissions.Review);

        views.MapDelete("{id:guid}", (Guid id, ISavedViewAppService app, CancellationToken ct) =>
                app.DeleteAsync(id, ct))
            .WithName("SavedView.Delete").RequirePermission(Permissions.Review);
    }
}
