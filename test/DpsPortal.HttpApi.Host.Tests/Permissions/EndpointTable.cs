using DpsPortal.Framework.Application;
using DpsPortal.Framework.Http;
using DpsPortal.TestBase;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Permissions;

/// <summary>One line of <c>endpoints.csv</c>, as the program has it and as the reviewed table has it.</summary>
/// <param name="Permission">A permission, <c>signed-in</c> or <c>anonymous</c>.</param>
/// <param name="Roles">Who may call it, blank-separated; <c>*</c> for everybody that <c>Permission</c> lets in.</param>
internal sealed record EndpointLine(string Name, string Method, string Route, string Permission, string Roles)
{
    public const string SignedIn = "signed-in";
    public const string Anonymous = "anonymous";

    private static readonly string File =
        Path.Combine(TestCluster.RepositoryRoot, "test/DpsPortal.HttpApi.Host.Tests/Permissions/endpoints.csv");

    public override string ToString() => string.Join(',', Name, Method, Route, Permission, Roles);

    public bool Allows(Role role) => Roles == "*" || Roles.Split(' ').Contains(role.ToString());

    /// <summary>The reviewed table.</summary>
    public static List<EndpointLine> Reviewed() =>
    [
        .. System.IO.File.ReadAllLines(File).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(parts => new EndpointLine(parts[0], parts[1], parts[2], parts[3], parts[4])),
    ];

    /// <summary>What the running program answers.</summary>
    public static List<EndpointLine> Of(IServiceProvider services)
    {
        var permissions = services.GetRequiredService<PermissionTable>();
        return
        [
            .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => Of(endpoint, permissions))
                .OrderBy(line => line.Route, StringComparer.Ordinal).ThenBy(line => line.Method, StringComparer.Ordinal),
        ];
    }

    private static EndpointLine Of(RouteEndpoint endpoint, PermissionTable permissions)
    {
        var metadata = endpoint.Metadata;
        var permission = metadata.GetMetadata<PermissionMetadata>()?.Permission
            ?? (metadata.GetMetadata<IAllowAnonymous>() is not null ? Anonymous : null)
            ?? (metadata.GetMetadata<SignedInMetadata>() is not null ? SignedIn : "nobody: say who may call it");
        var grant = permissions.Grants.SingleOrDefault(g => g.Permission == permission);
        return new EndpointLine(
            metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "without a name",
            string.Join(' ', metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]),
            "/" + endpoint.RoutePattern.RawText!.Trim('/'),
            permission,
            grant is null ? "*" : string.Join(' ', grant.Roles.Order()));
    }
}
