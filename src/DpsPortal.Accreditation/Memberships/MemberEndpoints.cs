using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Memberships;

internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("api/members",
                ([AsParameters] SearchedPageQuery query, IMemberAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Member.GetList").WithTags("Members").RequirePermission(Permissions.Review);

        var members = routes.MapGroup("api/applications/{id:guid}").WithTags("Members");

        members.MapGet("member",
                (Guid id, IMemberAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Member.Get").RequirePermission(Permissions.View);

        members.MapPost("member-actions",
                (Guid id, ProposeMemberActionDto input, IMemberAppService app, CancellationToken ct) =>
                    app.ProposeAsync(id, input, ct))
            .WithName("Member.Propose").RequirePermission(Permissions.Propose);

        members.MapPost("member-actions/{actionId:guid}/confirm",
                (Guid id, Guid actionId, VersionDto input, IMemberAppService app, CancellationToken ct) =>
                    app.ConfirmAsync(id, actionId, input, ct))
            .WithName("Member.Confirm").RequirePermission(Permissions.Confirm);

        members.MapPost("member-actions/{actionId:guid}/carry-out",
                (Guid id, Guid actionId, VersionDto input, IMemberAppService app, CancellationToken ct) =>
                    app.CarryOutAsync(id, actionId, input, ct))
            .WithName("Member.CarryOut").RequirePermission(Permissions.Confirm);

        members.MapPost("member-actions/{actionId:guid}/drop",
                (Guid id, Guid actionId, ReasonDto input, IMemberAppService app, CancellationToken ct) =>
                    app.DropAsync(id, actionId, input, ct))
            .WithName("Member.Drop").RequirePermission(Permissions.Confirm);

        members.MapPost("member-actions/{actionId:guid}/representations",
                (Guid id, Guid actionId, RepresentDto input, IMemberAppService app, CancellationToken ct) =>
                    app.RepresentAsync(id, actionId, input, ct))
            .WithName("Member.Represent").RequirePermission(Permissions.Apply);

        members.MapPost("leave",
                (Guid id, LeaveDto input, IMemberAppService app, CancellationToken ct) => app.LeaveAsync(id, input, ct))
            .WithName("Member.Leave").RequirePermission(Permissions.Apply);
    }
}
