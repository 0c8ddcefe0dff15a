using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.People;

internal static class PersonEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").WithTags("People");

        people.MapGet("", (IPersonAppService app, CancellationToken ct) => app.GetListAsync(ct))
            .WithName("Person.GetList").RequirePermission(OrganisationsPermissions.People.Manage);

        people.MapPost("invitations", (InviteDto input, IPersonAppService app, CancellationToken ct) =>
                app.InviteAsync(input, ct))
            .WithName("Person.Invite").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("invitations/{id:guid}/resend", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.ResendAsync(id, ct))
            .WithName("Person.ResendInvitation").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("invitations/{id:guid}/revoke", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.RevokeAsync(id, ct))
            .WithName("Person.RevokeInvitation").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("invitations/{id:guid}/confirm", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.ConfirmInvitationAsync(id, ct))
            .WithName("Person.ConfirmInvitation").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("invitations/{id:guid}/refuse", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.RefuseInvitationAsync(id, ct))
            .WithName("Person.RefuseInvitation").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("role-proposals/{id:guid}/confirm", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.ConfirmRolesAsync(id, ct))
            .WithName("Person.ConfirmRoles").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("role-proposals/{id:guid}/refuse", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.RefuseRolesAsync(id, ct))
            .WithName("Person.RefuseRoles").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("role-proposals/{id:guid}/withdraw", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.WithdrawRolesAsync(id, ct))
            .WithName("Person.WithdrawRoles").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPut("{id:guid}/roles", (Guid id, ChangeRolesDto input, IPersonAppService app, CancellationToken ct) =>
                app.ChangeRolesAsync(id, input, ct))
            .WithName("Person.ChangeRoles").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        people.MapPost("{id:guid}/remove", (Guid id, IPersonAppService app, CancellationToken ct) =>
                app.RemoveAsync(id, ct))
            .WithName("Person.Remove").RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();

        routes.MapPost("/api/account/invitation/read", ReadInvitationAsync)
            .WithName("Account.ReadInvitation").WithTags("Accounts").AllowAnonymous();

        routes.MapPost("/api/account/invitation/accept", AcceptInvitationAsync)
            .WithName("Account.AcceptInvitation").WithTags("Accounts").AllowAnonymous();
    }

    private static Task<InvitationOfferDto> ReadInvitationAsync(
        ReadInvitationDto input, IInvitationAppService app, HttpContext http, CancellationToken ct) =>
        app.ReadAsync(input, SignInThrottle.NetworkOf(http), ct);

    private static async Task<NoContent> AcceptInvitationAsync(
        AcceptInvitationDto input, IInvitationAppService app, HttpContext http, CancellationToken ct)
    {
        await app.AcceptAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }
}
