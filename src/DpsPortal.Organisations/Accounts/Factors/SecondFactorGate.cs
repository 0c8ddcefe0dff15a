using DpsPortal.Framework.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Answered also to who must first set up a second factor.</summary>
internal sealed record OpenWithoutSecondFactorMetadata;

/// <summary>What the present request knows of its session.</summary>
internal sealed class SessionFactors(SecondFactors factors)
{
    public bool HasSecondFactor { get; set; }

    public bool MustSetUp => factors.AreRequired && !HasSecondFactor;
}

/// <summary>
/// Where every account must have a second factor, one without gets nothing but its set-up. One place, so that no
/// endpoint can forget it.
/// </summary>
public static class SecondFactorGate
{
    public static RouteHandlerBuilder OpenWithoutSecondFactor(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new OpenWithoutSecondFactorMetadata());

    public static void UseSecondFactorGate(this IApplicationBuilder app) => app.Use((context, next) =>
        IsClosed(context)
            ? throw new ForbiddenByStageException(OrganisationsErrorCodes.SecondFactorRequired)
            : next(context));

    private static bool IsClosed(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        && context.GetEndpoint() is RouteEndpoint { Metadata: var metadata }
        && metadata.GetMetadata<IAllowAnonymous>() is null
        && metadata.GetMetadata<OpenWithoutSecondFactorMetadata>() is null
        && context.RequestServices.GetRequiredService<SessionFactors>().MustSetUp;
}
