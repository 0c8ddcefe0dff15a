using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Accounts;

/// <summary>A call that changes something, yet needs no antiforgery token: it is how one gets the first.</summary>
public sealed record NoAntiforgeryMetadata;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/account/sign-in", SignInAsync)
            .WithName("Account.SignIn").WithTags("Accounts").AllowAnonymous().WithMetadata(new NoAntiforgeryMetadata());

        routes.MapPost("/api/account/sign-out", SignOutAsync)
            .WithName("Account.SignOut").WithTags("Accounts").RequireSignIn().OpenWithoutSecondFactor();

        routes.MapGet("/api/session", GetSessionAsync)
            .WithName("Session.Get").WithTags("Accounts").AllowAnonymous();

        routes.MapPost("/api/account/forgotten-password", ForgottenPasswordAsync)
            .WithName("Account.ForgottenPassword").WithTags("Accounts").AllowAnonymous();

        routes.MapPost("/api/account/reset-password", ResetPasswordAsync)
            .WithName("Account.ResetPassword").WithTags("Accounts").AllowAnonymous();
    }

    private static async Task<Results<Ok<SignInAnswerDto>, ProblemHttpResult>> SignInAsync(
        SignInDto input, IAccountAppService app, SignInDoor door, HttpContext http, CancellationToken ct)
    {
        var first = await app.SignInAsync(input, SignInThrottle.NetworkOf(http), SignInDoor.DeviceOf(http), ct);
        if (first is null)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, OrganisationsErrorCodes.SignInFailed);
        }

        if (first.SignedIn is { } signedIn)
        {
            await door.IssueAsync(http, signedIn);
        }
        else
        {
            door.Begin(http, first.Pending!);
        }

        return TypedResults.Ok(new SignInAnswerDto(first.Methods));
    }

    private static async Task<NoContent> SignOutAsync(
        IAccountAppService app, AntiforgeryTokens tokens, HttpContext http, CancellationToken ct)
    {
        await app.SignOutAsync(SessionTicket.SessionIdOf(http.User)!.Value, ct);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        tokens.Forget(http);
        return TypedResults.NoContent();
    }

    private static async Task<SessionDto> GetSessionAsync(
        IAccountAppService app, AntiforgeryTokens tokens, HttpContext http, CancellationToken ct)
    {
        var session = await app.GetSessionAsync(ct);
        tokens.Issue(http);
        return session;
    }

    private static async Task<NoContent> ForgottenPasswordAsync(
        ForgottenPasswordDto input, IPasswordResetAppService app, HttpContext http, CancellationToken ct)
    {
        await app.RequestAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResetPasswordAsync(
        ResetPasswordDto input, IPasswordResetAppService app, HttpContext http, CancellationToken ct)
    {
        await app.ResetAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }
}
