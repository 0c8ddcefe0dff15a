using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>What a proof that has begun is for.</summary>
internal enum ProofPurpose
{
    /// <summary>The password was right; the second step is to come.</summary>
    SecondStep,

    /// <summary>A passkey alone, of whichever account.</summary>
    Passkey,

    StepUp,

    NewPasskey,
}

/// <summary>
/// A proof of who somebody is that has begun and is not done: it lasts a few minutes, in the browser that began it, and
/// ends with its use. Kept here and not in the browser, so that no answer counts twice.
/// </summary>
internal sealed class PendingProof : Entity
{
    /// <summary>From then on it is refused.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public PendingProof(Guid id, ProofPurpose purpose, User? user, string secretHash, string? question, DateTime now)
        : base(id)
    {
        Purpose = purpose;
        UserId = user?.Id;
        SecurityStamp = user?.SecurityStamp;
        SecretHash = secretHash;
        Question = question;
        BegunAt = now;
    }

    private PendingProof()
    {
    }

    public ProofPurpose Purpose { get; private set; }

    /// <summary>Null where the passkey itself will tell.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>As it was: a password changed meanwhile ends what the old one began.</summary>
    public string? SecurityStamp { get; private set; }

    /// <summary>Of what the browser's cookie holds.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>What the passkey was asked, as Identity keeps it.</summary>
    public string? Question { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    public void Ask(string question) => Question = question;
}

internal sealed class PendingProofConfiguration : IEntityTypeConfiguration<PendingProof>
{
    public void Configure(EntityTypeBuilder<PendingProof> proof)
    {
        proof.ToTable("pending_proofs", "organisations");
        proof.Property(p => p.SecretHash).HasMaxLength(64);
        proof.Property(p => p.SecurityStamp).HasMaxLength(64);
        proof.Property(p => p.Question).HasMaxLength(2000);
        proof.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);

        // The one that a cookie names; those that ran out.
        proof.HasIndex(p => p.SecretHash).IsUnique();
        proof.HasIndex(p => p.BegunAt);
        proof.HasIndex(p => p.UserId);
    }
}
