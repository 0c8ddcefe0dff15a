using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Accounts;

/// <summary>An account whose address is proved: its person has followed a link sent to it.</summary>
internal static class NewAccount
{
    public static User Of(string email, string name, string passwordHash) => new()
    {
        Id = Guid.NewGuid(),
        Name = name.Trim(),
        Email = email,
        UserName = email,
        NormalizedEmail = email.ToUpperInvariant(),
        NormalizedUserName = email.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
