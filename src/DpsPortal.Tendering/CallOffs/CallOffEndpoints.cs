using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.CallOffs;

namespace DpsPortal.Tendering.CallOffs;

internal static class CallOffEndpoints
{
    public static void MapCallOffs(this IEndpointRouteBuilder routes)
    {
        var callOffs = routes.MapGroup("api/call-offs").WithTags("CallOffs");

        callOffs.MapGet("",
                ([AsParameters] CallOffQuery query, ICallOffAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("CallOff.GetList").RequirePermission(Permissions.View);

        callOffs.MapPost("",
                (CreateCallOffDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.CreateAsync(input, ct))
            .WithName("CallOff.Create").RequirePermission(Permissions.Prepare);

        callOffs.MapGet("{id:guid}",
                (Guid id, ICallOffAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("CallOff.Get").RequirePermission(Permissions.View);

        callOffs.MapPut("{id:guid}",
                (Guid id, UpdateCallOffDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.UpdateAsync(id, input, ct))
            .WithName("CallOff.Update").RequirePermission(Permissions.Prepare);

        callOffs.MapGet("{id:guid}/history",
                (Guid id, ICallOffAppService app, CancellationToken ct) =>
                    app.GetHistoryAsync(id, ct))
            .WithName("CallOff.GetHistory").RequirePermission(Permissions.View);

        callOffs.MapGet("{id:guid}/publish-preview",
                (Guid id, ICallOffAppService app, CancellationToken ct) =>
                    app.GetPublishPreviewAsync(id, ct))
            .WithName("CallOff.GetPublishPreview").RequirePermission(Permissions.View);

        callOffs.MapPost("{id:guid}/publish",
                (Guid id, CallOffVersionDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.PublishAsync(id, input, ct))
            .WithName("CallOff.Publish").RequirePermission(Permissions.Publish);

        callOffs.MapPost("{id:guid}/send-back-draft",
                (Guid id, SendBackDraftDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.SendBackDraftAsync(id, input, ct))
            .WithName("CallOff.SendBackDraft").RequirePermission(Permissions.Publish);

        callOffs.MapPost("{id:guid}/cancel",
                (Guid id, CancelCallOffDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.CancelAsync(id, input, ct))
            .WithName("CallOff.Cancel").RequirePermission(Permissions.Publish);

        callOffs.MapPost("{id:guid}/extend",
                (Guid id, ExtendCallOffDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.ExtendAsync(id, input, ct))
            .WithName("CallOff.Extend").RequirePermission(Permissions.Publish);

        callOffs.MapPost("{id:guid}/discard",
                (Guid id, CallOffVersionDto input, ICallOffAppService app, CancellationToken ct) =>
                    app.DiscardAsync(id, input, ct))
            .WithName("CallOff.Discard").RequirePermission(Permissions.Prepare);
    }
}
