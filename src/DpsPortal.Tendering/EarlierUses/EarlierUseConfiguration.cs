using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.EarlierUses;

internal sealed class EarlierUseConfiguration : IEntityTypeConfiguration<EarlierUse>
{
    public void Configure(EntityTypeBuilder<EarlierUse> use)
    {
        use.ToTable("earlier_uses", "tendering");
        use.Property(u => u.Reason).HasMaxLength(EarlierUseConsts.LongestReason);
        use.Property(u => u.RecordedByName).HasMaxLength(200);
        use.Property(u => u.ConfirmedByName).HasMaxLength(200);
        use.HasOne<CallOff>().WithMany().HasForeignKey(u => u.CallOffId).OnDelete(DeleteBehavior.Restrict);
        use.HasOne<OpenedBid>().WithOne().HasForeignKey<EarlierUse>(u => u.Id).OnDelete(DeleteBehavior.Restrict);

        // Whether a home was used before, asked for each call-off of the authority that it is offered in.
        use.HasIndex(u => new { u.AuthorityId, u.PremisesId });
    }
}
