using Microsoft.AspNetCore.Identity;

namespace DpsPortal.Organisations.People;

/// <summary>A person who can sign in, for one or more organisations.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public const int MaxNameLength = 200;

    public string Name { get; set; } = "";

    /// <summary>Without any the person cannot sign in: there is nobody to act for.</summary>
    public List<Affiliation> Affiliations { get; set; } = [];

    /// <summary>
    /// Instant, UTC: when a recovery code began a session, the first of those that hold now. Null if none ever did.
    /// </summary>
    public DateTime? RecoveryCodeUsedAt { get; set; }

    /// <summary>Instant, UTC: a day after the latest recovery code. Null if an administrator reset the factors since.</summary>
    public DateTime? RecoveryHeldUntil { get; set; }

    /// <summary>The account ends: the next call of any of its sessions is refused.</summary>
    public bool IsDisabled { get; set; }
}
