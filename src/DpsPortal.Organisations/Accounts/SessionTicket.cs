using System.Globalization;
using System.Security.Claims;
using DpsPortal.Framework.Application;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// What a session cookie holds: who, the session's own id, the security stamp and when the person signed in. Roles
/// and organisation are read afresh on every request, so that a change or a disabled account counts at once.
/// </summary>
internal static class SessionTicket
{
    public const string SessionIdClaim = "sid";
    private const string StampClaim = "stamp";
    private const string SignedInAtClaim = "signed_in_at";

    /// <summary>However busy the session is.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);

    public static ClaimsPrincipal Create(SignedIn signedIn) => Principal(
        signedIn.Actor,
        signedIn.SecurityStamp,
        Guid.NewGuid().ToString("N"),
        TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var actor = await ReadAsync(
            context.Principal!, services.GetRequiredService<IOrganisationsDbContext>(), context.HttpContext.RequestAborted);
        if (actor is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(Principal(
            actor,
            context.Principal!.FindFirstValue(StampClaim)!,
            context.Principal!.FindFirstValue(SessionIdClaim)!,
            context.Principal!.FindFirstValue(SignedInAtClaim)!));
        services.GetRequiredService<ActingUser>().ActAs(actor);
    }

    private static async Task<Actor?> ReadAsync(
        ClaimsPrincipal principal, IOrganisationsDbContext db, CancellationToken ct)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || !long.TryParse(principal.FindFirstValue(SignedInAtClaim), out var signedInAt)
            || TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(signedInAt) > MaxAge)
        {
            return null;
        }

        var stamp = principal.FindFirstValue(StampClaim);
        var found = await (
            from user in db.Users
            join organisation in db.Organisations on user.OrganisationId equals organisation.Id
            where user.Id == id && !user.IsDisabled && user.SecurityStamp == stamp
            select new { user.Id, user.Name, user.Roles, OrganisationId = organisation.Id, Organisation = organisation.Name })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new Actor(found.Id, found.Name, found.OrganisationId, found.Organisation, found.Roles);
    }

    private static ClaimsPrincipal Principal(Actor actor, string stamp, string sessionId, string signedInAt) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, actor.UserId.ToString()),
                new Claim(ClaimTypes.Name, actor.Name),
                new Claim(StampClaim, stamp),
                new Claim(SessionIdClaim, sessionId),
                new Claim(SignedInAtClaim, signedInAt),
                .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            ],
            IdentityConstants.ApplicationScheme));
}
