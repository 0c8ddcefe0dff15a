using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Schemes;

namespace DpsPortal.Accreditation.Schemes;

internal static class SchemeEndpoints
{
    public static void MapSchemes(this IEndpointRouteBuilder routes)
    {
        var schemes = routes.MapGroup("api/schemes").WithTags("Schemes");

        schemes.MapGet("", (ISchemeAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("Scheme.GetList").RequirePermission(Permissions.View);

        schemes.MapPost("", (RecordSchemeDto input, ISchemeAppService app, CancellationToken ct) =>
                app.RecordAsync(input, ct))
            .WithName("Scheme.Record").RequirePermission(Permissions.Manage);

        schemes.MapGet("{id:guid}", (Guid id, ISchemeAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Scheme.Get").RequirePermission(Permissions.View);

        schemes.MapPut("{id:guid}/validity",
                (Guid id, ChangeValidityDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.ChangeValidityAsync(id, input, ct))
            .WithName("Scheme.ChangeValidity").RequirePermission(Permissions.Manage);

        schemes.MapPut("{id:guid}/award-fee",
                (Guid id, SetAwardFeeDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.SetAwardFeeAsync(id, input, ct))
            .WithName("Scheme.SetAwardFee").RequirePermission(Permissions.Manage);

        schemes.MapPost("drafts", (RecordSchemeDto input, ISchemeAppService app, CancellationToken ct) =>
                app.DraftAsync(input, ct))
            .WithName("Scheme.Draft").RequirePermission(Permissions.Manage);

        schemes.MapPut("{id:guid}", (Guid id, EditSchemeDto input, ISchemeAppService app, CancellationToken ct) =>
                app.EditAsync(id, input, ct))
            .WithName("Scheme.Edit").RequirePermission(Permissions.Manage);

        schemes.MapPost("{id:guid}/publish",
                (Guid id, SchemeVersionDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.PublishAsync(id, input, ct))
            .WithName("Scheme.Publish").RequirePermission(Permissions.Manage);

        schemes.MapPost("{id:guid}/close",
                (Guid id, CloseSchemeDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.CloseAsync(id, input, ct))
            .WithName("Scheme.Close").RequirePermission(Permissions.Manage);

        schemes.MapPut("{id:guid}/windows",
                (Guid id, SetWindowsDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.SetWindowsAsync(id, input, ct))
            .WithName("Scheme.SetWindows").RequirePermission(Permissions.Manage);

        schemes.MapPut("{id:guid}/agreements/{authorityId:guid}",
                (Guid id, Guid authorityId, SaveAgreementDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.SaveAgreementAsync(id, authorityId, input, ct))
            .WithName("Scheme.SaveAgreement").RequirePermission(Permissions.Manage);

        schemes.MapGet("{id:guid}/diary", (Guid id, ISchemeAppService app, CancellationToken ct) =>
                app.GetDiaryAsync(id, ct))
            .WithName("Scheme.GetDiary").RequirePermission(Permissions.Manage);

        schemes.MapPost("{id:guid}/key-dates",
                (Guid id, AddKeyDateDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.AddKeyDateAsync(id, input, ct))
            .WithName("Scheme.AddKeyDate").RequirePermission(Permissions.Manage);

        schemes.MapPost("{id:guid}/key-dates/{keyDateId:guid}/remove",
                (Guid id, Guid keyDateId, SchemeVersionDto input, ISchemeAppService app, CancellationToken ct) =>
                    app.RemoveKeyDateAsync(id, keyDateId, input, ct))
            .WithName("Scheme.RemoveKeyDate").RequirePermission(Permissions.Manage);
    }
}
