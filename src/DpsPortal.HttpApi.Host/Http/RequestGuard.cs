using DpsPortal.Framework.Http;
using DpsPortal.Organisations.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// Every call that may change something must come from our own pages: the browser says so where it can, and the
/// antiforgery token proves it. One place, so that no endpoint can forget it.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Code = "antiforgery";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsSafe(context.Request.Method) || await IsOursAsync(context))
        {
            await next(context);
            return;
        }

        await Problems.Of(StatusCodes.Status400BadRequest, Code).ExecuteAsync(context);
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
        || HttpMethods.IsTrace(method);

    private async Task<bool> IsOursAsync(HttpContext context)
    {
        if (!IsSameOrigin(context.Request))
        {
            return false;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgeryMetadata>() is not null)
        {
            return true;
        }

        // Of the form only the header counts: a token within a body would have to be read before its size is known.
        return context.Request.Headers.ContainsKey(AntiforgeryTokens.Header)
            && await antiforgery.IsRequestValidAsync(context);
    }

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || OwnAddress.IsOrigin(origin, request));
    }
}
