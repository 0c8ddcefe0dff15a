using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts;

/// <summary>A link by which a person who forgot the password sets a new one: once, and soon.</summary>
internal sealed class ResetLink : Entity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>In an hour; more would fill somebody else's mailbox.</summary>
    public const int MaxPerHour = 3;

    public ResetLink(Guid id, Guid userId, string tokenHash, DateTime now) : base(id)
    {
        UserId = userId;
        TokenHash = tokenHash;
        (SentAt, ExpiresAt) = (now, now + Lasts);
    }

    private ResetLink()
    {
    }

    public Guid UserId { get; private set; }

    public string TokenHash { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>Instant, UTC: from then on it is refused.</summary>
    public DateTime ExpiresAt { get; private set; }
}

internal sealed class ResetLinkConfiguration : IEntityTypeConfiguration<ResetLink>
{
    public void Configure(EntityTypeBuilder<ResetLink> link)
    {
        link.ToTable("reset_links", "organisations");
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);

        // The link that was opened; and how many somebody was sent.
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => new { l.UserId, l.SentAt });
    }
}
