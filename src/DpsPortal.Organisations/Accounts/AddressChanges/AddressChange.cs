using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts.AddressChanges;

/// <summary>A new address that waits for its owner to follow the link sent to it.</summary>
internal sealed class AddressChange : Entity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>In an hour; more would fill somebody else's mailbox.</summary>
    public const int MaxPerHour = 3;

    public AddressChange(Guid id, Guid userId, string stamp, string email, string tokenHash, DateTime now) : base(id)
    {
        UserId = userId;
        Stamp = stamp;
        Email = email;
        TokenHash = tokenHash;
        (SentAt, ExpiresAt) = (now, now + Lasts);
    }

    private AddressChange()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>The account’s security stamp when it was asked for: a new password since then takes it back.</summary>
    public string Stamp { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>Instant, UTC: from then on it is refused.</summary>
    public DateTime ExpiresAt { get; private set; }
}

internal sealed class AddressChangeConfiguration : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> change)
    {
        change.ToTable("address_changes", "organisations");
        change.Property(c => c.Email).HasMaxLength(256);
        change.Property(c => c.Stamp).HasMaxLength(64);
        change.Property(c => c.TokenHash).HasMaxLength(64);
        change.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);

        // The link that was opened; and how many somebody sent.
        change.HasIndex(c => c.TokenHash).IsUnique();
        change.HasIndex(c => new { c.UserId, c.SentAt });
    }
}
