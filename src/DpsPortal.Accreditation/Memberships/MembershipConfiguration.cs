using DpsPortal.Accreditation.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Memberships;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships", AccreditationModelBuilder.Schema);
        membership.Property(m => m.ProviderName).HasMaxLength(120);
        membership.Property(m => m.Reason).HasMaxLength(2000);
        membership.Property(m => m.Urn).HasMaxLength(10);
        membership.Property(m => m.OfstedCategories).IsJson();
        membership.Property(m => m.Rates).IsJson();
        membership.HasOne<Lot>().WithMany().HasForeignKey(m => m.LotId).OnDelete(DeleteBehavior.Restrict);

        // Whom a call-off invites; and nobody is a member of a lot twice at a time.
        membership.HasIndex(m => new { m.LotId, m.ProviderId }).IsUnique()
            .HasFilter("state not in ('Removed', 'Left')");
        membership.HasIndex(m => m.SchemeId);
    }
}
