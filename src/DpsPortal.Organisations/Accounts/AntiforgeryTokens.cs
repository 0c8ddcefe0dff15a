using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// Hands the antiforgery token to the page in a cookie that scripts of the same origin can read; they send it back
/// in a header, which another site cannot do.
/// </summary>
internal sealed class AntiforgeryTokens(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    public const string TokenCookie = "XSRF-TOKEN";
    public const string Header = "X-XSRF-TOKEN";

    public void Issue(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append(TokenCookie, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        });
    }

    /// <summary>At sign-in: tokens handed out before belong to nobody any more.</summary>
    public void Renew(HttpContext context)
    {
        var kept = context.Request.Cookies
            .Where(cookie => cookie.Key != options.Value.Cookie.Name)
            .Select(cookie => $"{cookie.Key}={cookie.Value}");
        context.Request.Headers.Cookie = string.Join("; ", kept);
        Issue(context);
    }

    /// <summary>At sign-out: the next session gets new ones.</summary>
    public void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(options.Value.Cookie.Name!, options.Value.Cookie.Build(context));
        context.Response.Cookies.Delete(TokenCookie);
    }
}

/// <summary>Binds a token to one session: that of another session of the same person is refused too.</summary>
internal sealed class SessionBoundAntiforgery : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) =>
        context.User.FindFirstValue(SessionTicket.SessionIdClaim) ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        additionalData == GetAdditionalData(context);
}
