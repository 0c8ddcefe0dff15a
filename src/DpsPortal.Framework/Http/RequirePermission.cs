using Microsoft.AspNetCore.Builder;

namespace DpsPortal.Framework.Http;

/// <summary>The permission that an endpoint asks for; the permission matrix reads it.</summary>
public sealed record PermissionMetadata(string Permission);

public static class PermissionEndpointConventions
{
    /// <summary>Refuses with 403 whoever lacks the permission. The policy has the permission's name.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(permission).WithMetadata(new PermissionMetadata(permission));
}
