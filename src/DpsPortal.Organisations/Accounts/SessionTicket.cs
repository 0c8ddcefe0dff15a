using System.Security.Claims;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Accounts.Factors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// What a session cookie holds: who, the session's own id and the security stamp. The session itself, roles and
/// organisation are read afresh on every request, so that a change or an ended session counts at once.
/// </summary>
internal static class SessionTicket
{
    public const string SessionIdClaim = "sid";
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal Create(SignedIn signedIn) =>
        Principal(signedIn.Actor, signedIn.SecurityStamp, signedIn.SessionId.ToString());

    /// <summary>Null for nobody.</summary>
    public static Guid? SessionIdOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionIdClaim), out var id) ? id : null;

    /// <summary>Gives the browser its cookie and the tokens that go with the new session.</summary>
    public static async Task IssueAsync(HttpContext http, SignedIn signedIn, AntiforgeryTokens tokens)
    {
        var principal = Create(signedIn);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        http.User = principal;
        tokens.Renew(http);
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (services, principal) = (context.HttpContext.RequestServices, context.Principal!);
        var stamp = principal.FindFirstValue(StampClaim);
        var use = SessionIdOf(principal) is { } sessionId && stamp is not null
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            ? await services.GetRequiredService<SessionStore>()
                .UseAsync(sessionId, userId, stamp, context.HttpContext.RequestAborted)
            : null;
        if (use is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(Principal(use.Actor, stamp!, principal.FindFirstValue(SessionIdClaim)!));
        services.GetRequiredService<ActingUser>().ActAs(use.Actor);
        services.GetRequiredService<SessionFactors>().HasSecondFactor = use.HasSecondFactor;
    }

    private static ClaimsPrincipal Principal(Actor actor, string stamp, string sessionId) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, actor.UserId.ToString()),
                new Claim(ClaimTypes.Name, actor.Name),
                new Claim(StampClaim, stamp),
                new Claim(SessionIdClaim, sessionId),
                .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            ],
            IdentityConstants.ApplicationScheme));
}
