using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Authorities;

internal static class AuthorityEndpoints
{
    public static void MapAuthorities(this IEndpointRouteBuilder routes)
    {
        var authorities = routes.MapGroup("/api/authorities").WithTags("Authorities");

        authorities.MapGet("", (IAuthorityAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("Authority.GetList").RequirePermission(OrganisationsPermissions.Authorities.Manage);

        authorities.MapPost("", (AddAuthorityDto input, IAuthorityAppService app, CancellationToken ct) =>
                app.AddAsync(input, ct))
            .WithName("Authority.Add").RequirePermission(OrganisationsPermissions.Authorities.Manage).RequireStepUp();

        authorities.MapPost("{id:guid}/invitations",
                (Guid id, InviteAdministratorDto input, IAuthorityAppService app, CancellationToken ct) =>
                    app.InviteAsync(id, input, ct))
            .WithName("Authority.Invite").RequirePermission(OrganisationsPermissions.Authorities.Manage).RequireStepUp();
    }
}
