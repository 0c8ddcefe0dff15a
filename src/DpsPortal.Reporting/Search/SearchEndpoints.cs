using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Reporting.ReportingPermissions.Search;

namespace DpsPortal.Reporting.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes
        .MapGet("api/search",
            ([AsParameters] SearchQuery query, ISearchAppService app, CancellationToken ct) =>
                app.SearchAsync(query, ct))
        .WithName("Search.Find").WithTags("Search").RequirePermission(Permissions.Find);
}
