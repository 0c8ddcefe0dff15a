using DpsPortal.Framework.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts;

/// <summary>For what somebody at an unattended screen must not do: the person has just proved who they are.</summary>
internal static class StepUp
{
    /// <summary>
    /// Refuses with 403 and its own code unless the proof is younger than <see cref="Session.ProofLasts"/>.
    /// </summary>
    public static RouteHandlerBuilder RequireStepUp(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var sessions = http.RequestServices.GetRequiredService<SessionStore>();
            return await sessions.IsFreshAsync(SessionTicket.SessionIdOf(http.User)!.Value, http.RequestAborted)
                ? await next(context)
                : throw new ForbiddenByStageException(OrganisationsErrorCodes.StepUpRequired);
        });
}
