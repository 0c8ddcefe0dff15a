namespace DpsPortal.Framework.Application;

/// <summary>Who is acting, and for which organisation. In a background job: the person whose act queued it.</summary>
public interface ICurrentUser
{
    bool IsAuthenticated { get; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    Guid Id { get; }

    string Name { get; }

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    Guid OrganisationId { get; }

    string OrganisationName { get; }

    IReadOnlySet<Role> Roles { get; }

    bool Has(string permission);
}
