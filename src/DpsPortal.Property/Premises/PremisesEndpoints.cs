using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Property.PropertyPermissions.Premises;

namespace DpsPortal.Property.Premises;

internal static class PremisesEndpoints
{
    public static void MapPremises(this IEndpointRouteBuilder routes)
    {
        var premises = routes.MapGroup("api/premises").WithTags("Premises");

        premises.MapGet("", (IPremisesAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("Premises.GetList").RequirePermission(Permissions.Manage);

        premises.MapPost("", (SavePremisesDto input, IPremisesAppService app, CancellationToken ct) =>
                app.CreateAsync(input, ct))
            .WithName("Premises.Create").RequirePermission(Permissions.Manage);

        premises.MapGet("{id:guid}", (Guid id, IPremisesAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Premises.Get").RequirePermission(Permissions.View);

        premises.MapPut("{id:guid}", (Guid id, SavePremisesDto input, IPremisesAppService app, CancellationToken ct) =>
                app.UpdateAsync(id, input, ct))
            .WithName("Premises.Update").RequirePermission(Permissions.Manage);
    }
}
