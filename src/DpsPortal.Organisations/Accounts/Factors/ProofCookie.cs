using Microsoft.AspNetCore.Http;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Binds a begun proof to the browser that began it.</summary>
internal sealed class ProofCookie(CookieBuilder cookie)
{
    public string? Read(HttpContext http) => http.Request.Cookies[cookie.Name!];

    public void Set(HttpContext http, string secret) =>
        http.Response.Cookies.Append(cookie.Name!, secret, cookie.Build(http));

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http));
}
