using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Accounts;

internal static class RegistrationEndpoints
{
    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/account/register", RegisterAsync)
            .WithName("Account.Register").WithTags("Accounts").AllowAnonymous();

        routes.MapPost("/api/account/confirm-email", ConfirmEmailAsync)
            .WithName("Account.ConfirmEmail").WithTags("Accounts").AllowAnonymous();

        routes.MapPost("/api/account/change-email", ChangeEmailAsync)
            .WithName("Account.ChangeEmail").WithTags("Accounts").RequireSignIn().RequireStepUp()
            .NotByRecoveryCode();

        routes.MapPost("/api/account/confirm-new-email", ConfirmNewEmailAsync)
            .WithName("Account.ConfirmNewEmail").WithTags("Accounts").AllowAnonymous();
    }

    private static async Task<NoContent> RegisterAsync(
        RegisterDto input, IRegistrationAppService app, HttpContext http, CancellationToken ct)
    {
        await app.RegisterAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ConfirmEmailAsync(
        ConfirmRegistrationDto input, IRegistrationAppService app, HttpContext http, CancellationToken ct)
    {
        await app.ConfirmAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChangeEmailAsync(
        ChangeEmailDto input, IAddressChangeAppService app, HttpContext http, CancellationToken ct)
    {
        await app.RequestAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ConfirmNewEmailAsync(
        ConfirmEmailDto input, IAddressChangeAppService app, HttpContext http, CancellationToken ct)
    {
        await app.ConfirmAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }
}
