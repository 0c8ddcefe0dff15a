using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Accounts.Factors;

internal static class SecondStepEndpoints
{
    public static void MapSecondStep(this IEndpointRouteBuilder routes)
    {
        var steps = routes.MapGroup("/api/account/sign-in").WithTags("Accounts");

        steps.MapPost("code", ByCodeAsync).WithName("SecondStep.Code").AllowAnonymous();
        steps.MapPost("recovery-code", ByRecoveryCodeAsync).WithName("SecondStep.RecoveryCode").AllowAnonymous();
        steps.MapPost("passkey-options", AskPasskeyAsync).WithName("SecondStep.AskPasskey").AllowAnonymous();
        steps.MapPost("passkey", ByPasskeyAsync).WithName("SecondStep.Passkey").AllowAnonymous();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ByCodeAsync(
        CodeDto input, ISecondStepAppService app, SignInDoor door, HttpContext http, CancellationToken ct) =>
        await door.AnswerAsync(http, await app.ByCodeAsync(door.Pending(http), input, SignInDoor.DeviceOf(http), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> ByRecoveryCodeAsync(
        RecoveryCodeDto input, ISecondStepAppService app, SignInDoor door, HttpContext http, CancellationToken ct) =>
        await door.AnswerAsync(
            http, await app.ByRecoveryCodeAsync(door.Pending(http), input, SignInDoor.DeviceOf(http), ct));

    private static async Task<PasskeyOptionsDto> AskPasskeyAsync(
        ISecondStepAppService app, SignInDoor door, HttpContext http, CancellationToken ct) =>
        door.Ask(http, await app.AskPasskeyAsync(door.Pending(http), SignInThrottle.NetworkOf(http), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> ByPasskeyAsync(
        PasskeyProofDto input, ISecondStepAppService app, SignInDoor door, HttpContext http, CancellationToken ct)
    {
        var (network, device) = (SignInThrottle.NetworkOf(http), SignInDoor.DeviceOf(http));
        return await door.AnswerAsync(http, await app.ByPasskeyAsync(door.Pending(http), input, network, device, ct));
    }
}

/// <summary>What goes to and fro in cookies while a proof is under way.</summary>
internal sealed class SignInDoor(ProofCookie cookie, AntiforgeryTokens tokens)
{
    public static string DeviceOf(HttpContext http) => DeviceWords.Of(http.Request.Headers.UserAgent);

    public string? Pending(HttpContext http) => cookie.Read(http);

    public void Begin(HttpContext http, string pending) => cookie.Set(http, pending);

    public PasskeyOptionsDto Ask(HttpContext http, PasskeyChallenge challenge)
    {
        cookie.Set(http, challenge.Pending);
        return new PasskeyOptionsDto(challenge.Options);
    }

    public async Task IssueAsync(HttpContext http, SignedIn signedIn)
    {
        cookie.Forget(http);
        await SessionTicket.IssueAsync(http, signedIn, tokens);
    }

    public async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(HttpContext http, SignedIn? signedIn)
    {
        if (signedIn is null)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, OrganisationsErrorCodes.SecondStepFailed);
        }

        await IssueAsync(http, signedIn);
        return TypedResults.NoContent();
    }
}
