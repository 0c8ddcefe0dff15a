using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Accounts.Factors;

internal static class SecondFactorEndpoints
{
    public static void MapSecondFactors(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/api/account").WithTags("Accounts");

        account.MapGet("security", (ISecondFactorAppService app, CancellationToken ct) => app.GetAsync(ct))
            .WithName("SecondFactor.Get").RequireSignIn().OpenWithoutSecondFactor();

        account.MapPost("authenticator", (ISecondFactorAppService app, CancellationToken ct) =>
                app.StartAuthenticatorAsync(ct))
            .WithName("Authenticator.Start").RequireSignIn().OpenWithoutSecondFactor().RequireStepUp();

        account.MapPost("authenticator/confirm", (
                CodeDto input, ISecondFactorAppService app, HttpContext http, CancellationToken ct) =>
                app.ConfirmAuthenticatorAsync(input, Current(http), ct))
            .WithName("Authenticator.Confirm").RequireSignIn().OpenWithoutSecondFactor().RequireStepUp();

        account.MapPost("authenticator/remove", (ISecondFactorAppService app, CancellationToken ct) =>
                app.RemoveAuthenticatorAsync(ct))
            .WithName("Authenticator.Remove").RequireSignIn().RequireStepUp().NotByRecoveryCode();

        account.MapPost("passkeys/options", async (
                ISecondFactorAppService app, SignInDoor door, HttpContext http, CancellationToken ct) =>
                door.Ask(http, await app.AskNewPasskeyAsync(ct)))
            .WithName("Passkey.AskNew").RequireSignIn().OpenWithoutSecondFactor().RequireStepUp();

        account.MapPost("passkeys", (
                AddPasskeyDto input,
                ISecondFactorAppService app,
                SignInDoor door,
                HttpContext http,
                CancellationToken ct) =>
                app.AddPasskeyAsync(door.Pending(http), input, Current(http), ct))
            .WithName("Passkey.Add").RequireSignIn().OpenWithoutSecondFactor().RequireStepUp();

        account.MapPost("passkeys/{id:guid}/rename", (
                Guid id, RenamePasskeyDto input, ISecondFactorAppService app, CancellationToken ct) =>
                app.RenamePasskeyAsync(id, input, ct))
            .WithName("Passkey.Rename").RequireSignIn().RequireStepUp();

        account.MapPost("passkeys/{id:guid}/remove", (Guid id, ISecondFactorAppService app, CancellationToken ct) =>
                app.RemovePasskeyAsync(id, ct))
            .WithName("Passkey.Remove").RequireSignIn().RequireStepUp().NotByRecoveryCode();

        account.MapPost("recovery-codes", (ISecondFactorAppService app, CancellationToken ct) =>
                app.RenewRecoveryCodesAsync(ct))
            .WithName("RecoveryCodes.Renew").RequireSignIn().RequireStepUp().NotByRecoveryCode();

        account.MapPost("change-password", ChangePasswordAsync)
            .WithName("Account.ChangePassword").RequireSignIn();

        routes.MapPost("/api/people/{id:guid}/reset-second-factors", ResetAsync)
            .WithName("Person.ResetSecondFactors").WithTags("People")
            .RequirePermission(OrganisationsPermissions.People.Manage).RequireStepUp();
    }

    private static async Task<NoContent> ChangePasswordAsync(
        ChangePasswordDto input, IPasswordChangeAppService app, SignInDoor door, HttpContext http, CancellationToken ct)
    {
        await door.IssueAsync(http, await app.ChangeAsync(input, Current(http), SignInThrottle.NetworkOf(http), ct));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResetAsync(Guid id, IFactorResetAppService app, CancellationToken ct)
    {
        await app.ResetAsync(id, ct);
        return TypedResults.NoContent();
    }

    private static Guid Current(HttpContext http) => SessionTicket.SessionIdOf(http.User)!.Value;
}
