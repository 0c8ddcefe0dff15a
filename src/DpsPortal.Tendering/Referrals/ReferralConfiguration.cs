using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.Referrals;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable("referrals", "tendering");
        referral.Property(r => r.Reference).HasMaxLength(References.Length);
        referral.Property(r => r.Needs).AsJson();
        referral.Property(r => r.Draft).AsJson();
        referral.Property(r => r.CaseNumberHash).HasMaxLength(64);
        referral.Property(r => r.CreatedByName).HasMaxLength(200);
        referral.HasIndex(r => r.Reference).IsUnique();

        // One live search for a young person in an authority; and the authority's list.
        referral.HasIndex(r => new { r.AuthorityId, r.CaseNumberHash }).IsUnique()
            .HasFilter("case_number_hash is not null and state in ('Draft', 'Ready', 'Sourcing')");
        referral.HasIndex(r => new { r.AuthorityId, r.CreatedAt });

        // What ended in a period.
        referral.HasIndex(r => new { r.AuthorityId, r.EndedAt }).HasFilter("ended_at is not null");
    }
}

internal sealed class ReferralSecretConfiguration : IEntityTypeConfiguration<ReferralSecret>
{
    public void Configure(EntityTypeBuilder<ReferralSecret> secret)
    {
        secret.ToTable("referral_secrets", "tendering");
        secret.HasKey(s => s.ReferralId);
        secret.HasOne<Referral>().WithOne().HasForeignKey<ReferralSecret>(s => s.ReferralId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
