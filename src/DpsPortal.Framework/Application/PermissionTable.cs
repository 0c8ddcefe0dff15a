using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Framework.Application;

/// <summary>All permissions of all modules and who carries them.</summary>
public sealed class PermissionTable(IEnumerable<PermissionGrant> grants)
{
    public IReadOnlyList<PermissionGrant> Grants { get; } = [.. grants];

    public IReadOnlySet<string> Of(IReadOnlySet<Role> roles) =>
        Grants.Where(g => g.Roles.Any(roles.Contains)).Select(g => g.Permission).ToHashSet(StringComparer.Ordinal);
}

public static class PermissionServices
{
    /// <summary>Makes an authorization policy of each permission, under the permission's name.</summary>
    public static IServiceCollection AddPermissions(
        this IServiceCollection services, IReadOnlyList<PermissionGrant> grants)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var grant in grants)
        {
            services.AddSingleton(grant);
            authorization.AddPolicy(
                grant.Permission,
                policy => policy.RequireAuthenticatedUser().RequireRole(grant.Roles.Select(r => r.ToString())));
        }

        return services;
    }
}
