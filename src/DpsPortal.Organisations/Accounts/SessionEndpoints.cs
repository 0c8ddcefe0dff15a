using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.Accounts;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/session/organisation", SwitchAsync)
            .WithName("Session.SwitchOrganisation").WithTags("Accounts").RequireSignIn().OpenWithoutSecondFactor();

        routes.MapPost("/api/account/step-up", StepUpAsync)
            .WithName("Session.StepUp").WithTags("Accounts").RequireSignIn().OpenWithoutSecondFactor();

        routes.MapGet("/api/account/step-up", (ISessionAppService app, CancellationToken ct) =>
                app.GetStepUpMethodsAsync(ct))
            .WithName("Session.GetStepUpMethods").WithTags("Accounts").RequireSignIn().OpenWithoutSecondFactor();

        routes.MapPost("/api/account/step-up/passkey-options", async (
                ISessionAppService app, SignInDoor door, HttpContext http, CancellationToken ct) =>
                door.Ask(http, await app.AskPasskeyAsync(ct)))
            .WithName("Session.AskPasskey").WithTags("Accounts").RequireSignIn();

        var sessions = routes.MapGroup("/api/account/sessions").WithTags("Accounts");

        sessions.MapGet("", (ISessionAppService app, HttpContext http, CancellationToken ct) =>
                app.GetListAsync(Current(http), ct))
            .WithName("Session.GetList").RequireSignIn();

        sessions.MapPost("{id:guid}/end", (Guid id, ISessionAppService app, CancellationToken ct) => app.EndAsync(id, ct))
            .WithName("Session.End").RequireSignIn();

        sessions.MapPost("end-others", (ISessionAppService app, HttpContext http, CancellationToken ct) =>
                app.EndOthersAsync(Current(http), ct))
            .WithName("Session.EndOthers").RequireSignIn();
    }

    private static async Task<Ok> SwitchAsync(
        SwitchOrganisationDto input,
        ISessionAppService app,
        AntiforgeryTokens tokens,
        HttpContext http,
        CancellationToken ct)
    {
        await SessionTicket.IssueAsync(http, await app.SwitchAsync(input, Current(http), ct), tokens);
        return TypedResults.Ok();
    }

    private static async Task<NoContent> StepUpAsync(
        StepUpDto input, ISessionAppService app, SignInDoor door, HttpContext http, CancellationToken ct)
    {
        var network = SignInThrottle.NetworkOf(http);
        await door.IssueAsync(http, await app.StepUpAsync(input, Current(http), door.Pending(http), network, ct));
        return TypedResults.NoContent();
    }

    private static Guid Current(HttpContext http) => SessionTicket.SessionIdOf(http.User)!.Value;
}
