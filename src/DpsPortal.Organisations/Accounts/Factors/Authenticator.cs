using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>An authenticator app that shares a key with an account.</summary>
internal sealed class Authenticator : Entity
{
    public Authenticator(Guid id, Guid userId, string protectedKey) : base(id)
    {
        UserId = userId;
        ProtectedKey = protectedKey;
    }

    private Authenticator()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Encrypted with a key that the database does not hold.</summary>
    public string ProtectedKey { get; private set; } = "";

    /// <summary>Instant, UTC: the first right code. Before it the app counts for nothing.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Of the last code taken: neither it nor any before counts again.</summary>
    public long LastStep { get; private set; }

    public void Confirm(long step, DateTime now) => (LastStep, ConfirmedAt) = (step, now);
}

internal sealed class AuthenticatorConfiguration : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("authenticators", "organisations");
        authenticator.Property(a => a.ProtectedKey).HasMaxLength(500);
        authenticator.HasOne<User>().WithMany().HasForeignKey(a => a.UserId);

        // One app that counts and at most one that is being set up.
        authenticator.HasIndex(a => a.UserId).IsUnique().HasFilter("confirmed_at is not null");
        authenticator.HasIndex(a => a.UserId, "IX_authenticators_begun").IsUnique().HasFilter("confirmed_at is null");
    }
}
