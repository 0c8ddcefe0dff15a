using DpsPortal.Framework.Http;
using DpsPortal.Rules.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Staff;
using Reviewing = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Policies;

internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder routes)
    {
        var policies = routes.MapGroup("api/policies").WithTags("Policies");

        policies.MapGet("", (IPolicyAppService app, CancellationToken ct) => app.GetOwnListAsync(ct))
            .WithName("Policy.GetOwnList").RequirePermission(Permissions.Manage);

        policies.MapPut("{kind}",
                (PolicyKind kind, SavePolicyDto input, IPolicyAppService app, CancellationToken ct) =>
                    app.SaveAsync(kind, input, ct))
            .WithName("Policy.Save").RequirePermission(Permissions.Manage);

        routes.MapGet("api/applications/{id:guid}/policies", (Guid id, IPolicyAppService app, CancellationToken ct) =>
                app.GetOfApplicationAsync(id, ct))
            .WithName("Policy.GetOfApplication").WithTags("Policies").RequirePermission(Reviewing.Review);
    }
}
