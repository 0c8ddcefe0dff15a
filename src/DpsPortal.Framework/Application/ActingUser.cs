namespace DpsPortal.Framework.Application;

/// <summary>Somebody who acts, as remembered in a session or in a queued message.</summary>
public sealed record Actor(
    Guid UserId,
    string Name,
    Guid OrganisationId,
    string OrganisationName,
    IReadOnlyList<Role> Roles);

/// <summary>
/// The current user of a scope. The request pipeline, the outbox and the seed say who acts; everything else asks
/// <see cref="ICurrentUser"/>.
/// </summary>
public sealed class ActingUser(PermissionTable permissions) : ICurrentUser
{
    private HashSet<Role> _roles = [];

    public Actor? Actor { get; private set; }

    /// <summary>True in the outbox and in periodic work: the database is reached under the worker's role.</summary>
    public bool IsBackground { get; private set; }

    public bool IsAuthenticated => Actor is not null;

    public Guid Id => Required.UserId;

    public string Name => Actor?.Name ?? "";

    public Guid OrganisationId => Required.OrganisationId;

    public string OrganisationName => Actor?.OrganisationName ?? "";

    public IReadOnlySet<Role> Roles => _roles;

    private Actor Required => Actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Has(string permission) => permissions.Of(_roles).Contains(permission);

    /// <param name="actor">Nobody, if null.</param>
    public void ActAs(Actor? actor, bool background = false)
    {
        Actor = actor;
        IsBackground = background;
        _roles = actor is null ? [] : [.. actor.Roles];
    }
}
