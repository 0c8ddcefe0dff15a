using DpsPortal.Framework.Application;
using Microsoft.AspNetCore.Identity;

namespace DpsPortal.Organisations.People;

/// <summary>A person who can sign in, for one organisation.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public const int MaxNameLength = 200;

    public string Name { get; set; } = "";

    public Guid OrganisationId { get; set; }

    public List<Role> Roles { get; set; } = [];

    /// <summary>The account ends: the next call of any of its sessions is refused.</summary>
    public bool IsDisabled { get; set; }
}
