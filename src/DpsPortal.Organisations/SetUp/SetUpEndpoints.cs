using DpsPortal.Organisations.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Organisations.SetUp;

internal static class SetUpEndpoints
{
    public static void MapSetUp(this IEndpointRouteBuilder routes)
    {
        var setUp = routes.MapGroup("/api/set-up").WithTags("SetUp");

        setUp.MapGet("", (ISetUpAppService app, CancellationToken ct) => app.GetStateAsync(ct))
            .WithName("SetUp.GetState").AllowAnonymous();

        setUp.MapPost("", RunAsync).WithName("SetUp.Run").AllowAnonymous();
    }

    private static async Task<NoContent> RunAsync(
        SetUpDto input, ISetUpAppService app, HttpContext http, CancellationToken ct)
    {
        await app.RunAsync(input, SignInThrottle.NetworkOf(http), ct);
        return TypedResults.NoContent();
    }
}
