using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.Bids;

internal sealed class BidConfiguration : IEntityTypeConfiguration<Bid>
{
    public void Configure(EntityTypeBuilder<Bid> bid)
    {
        bid.ToTable("bids", "tendering");
        bid.HasOne<CallOff>().WithMany().HasForeignKey(b => b.CallOffId).OnDelete(DeleteBehavior.Restrict);
        bid.HasIndex(b => new { b.CallOffId, b.ProviderId }).IsUnique();

        // A provider's own bids, beside its opportunities.
        bid.HasIndex(b => b.ProviderId);
    }
}

internal sealed class BidVersionConfiguration : IEntityTypeConfiguration<BidVersion>
{
    public void Configure(EntityTypeBuilder<BidVersion> version)
    {
        version.ToTable("bid_versions", "tendering");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Sha256).HasMaxLength(64);
        version.Property(v => v.RequestMac).HasMaxLength(64);
        version.Property(v => v.IdempotencyKey).HasMaxLength(80);
        version.Property(v => v.SubmittedByName).HasMaxLength(200);
        version.HasOne<Bid>().WithMany().HasForeignKey(v => v.BidId).OnDelete(DeleteBehavior.Restrict);

        // The last judges of a double click: two presses make two versions, one press makes one.
        version.HasIndex(v => new { v.BidId, v.Number }).IsUnique();
        version.HasIndex(v => new { v.CallOffId, v.ProviderId, v.IdempotencyKey }).IsUnique();
    }
}

internal sealed class DraftKeyConfiguration : IEntityTypeConfiguration<DraftKey>
{
    public void Configure(EntityTypeBuilder<DraftKey> key)
    {
        key.ToTable("draft_keys", "tendering");
        key.HasKey(k => new { k.ProviderId, k.PortalKeyId });
        key.Property(k => k.PortalKeyId).HasMaxLength(16);
    }
}
