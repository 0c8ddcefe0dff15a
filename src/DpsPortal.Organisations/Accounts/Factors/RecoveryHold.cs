using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>
/// What a recovery code does not open. It gets its owner in and lets them set up a factor. For a day after, no factor is
/// removed, no codes are made and the e-mail address stays, unless the person proves themselves with a factor that was
/// there before the code: whoever has the password and one code cannot shut the owner out, who is told by e-mail.
/// Source: decision 18; OWASP ASVS 5.0, 7.5.1.
/// </summary>
internal sealed class RecoveryHold(IOrganisationsDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>
    /// Saved by the caller. A second code within it holds for a day of its own, and a factor set up since the first
    /// stays young.
    /// </summary>
    public void Begin(User user)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!(now < user.RecoveryHeldUntil))
        {
            user.RecoveryCodeUsedAt = now;
        }

        user.RecoveryHeldUntil = now + Lasts;
    }

    /// <exception cref="BusinessException">It holds, and the session was not proved with a factor from before.</exception>
    public async Task CheckAsync(Guid sessionId, CancellationToken ct)
    {
        var found = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            where session.Id == sessionId
            select new { session.FactorSince, user.RecoveryCodeUsedAt, user.RecoveryHeldUntil }).SingleAsync(ct);
        if (clock.GetUtcNow().UtcDateTime < found.RecoveryHeldUntil && !(found.FactorSince < found.RecoveryCodeUsedAt))
        {
            throw new BusinessException(OrganisationsErrorCodes.RecoveryHold);
        }
    }
}

internal static class RecoveryHoldEndpoints
{
    /// <summary>Refuses with 409 for a day after a recovery code; see <see cref="RecoveryHold"/>.</summary>
    public static RouteHandlerBuilder NotByRecoveryCode(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            await http.RequestServices.GetRequiredService<RecoveryHold>()
                .CheckAsync(SessionTicket.SessionIdOf(http.User)!.Value, http.RequestAborted);
            return await next(context);
        });
}
