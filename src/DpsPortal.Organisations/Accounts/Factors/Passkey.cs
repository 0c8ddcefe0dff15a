using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Identity's passkey, with a name for addresses and the day of its last use.</summary>
internal sealed class Passkey : IdentityUserPasskey<Guid>
{
    public const int MaxNameLength = 60;

    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Instant, UTC.</summary>
    public DateTime? LastUsedAt { get; set; }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("user_passkeys", "organisations");
        passkey.Property(p => p.Id).ValueGeneratedNever();

        // The address of a person's own passkey.
        passkey.HasIndex(p => p.Id).IsUnique();
    }
}
