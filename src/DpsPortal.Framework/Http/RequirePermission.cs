using Microsoft.AspNetCore.Builder;

namespace DpsPortal.Framework.Http;

/// <summary>The permission that an endpoint asks for; the permission matrix reads it.</summary>
public sealed record PermissionMetadata(string Permission);

/// <summary>Open to whoever is signed in, of any role; said by name, because the default is to refuse.</summary>
public sealed record SignedInMetadata;

public static class PermissionEndpointConventions
{
    /// <summary>For the pure functions and the person's own account only: anything else asks for a permission.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization().WithMetadata(new SignedInMetadata());

    /// <summary>Refuses with 403 whoever lacks the permission. The policy has the permission's name.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(permission).WithMetadata(new PermissionMetadata(permission));
}
