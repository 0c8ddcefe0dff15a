using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.Boxes;

internal sealed class BidReceiptConfiguration : IEntityTypeConfiguration<BidReceipt>
{
    public void Configure(EntityTypeBuilder<BidReceipt> receipt)
    {
        receipt.ToTable("bid_receipts", "tendering");
        receipt.HasKey(r => new { r.VersionId, r.Withdrawn });
        receipt.Property(r => r.Leaf).HasMaxLength(64);
        receipt.Property(r => r.Signed).AsJson();
        receipt.HasOne<BidVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);

        // All receipts of a box, when it is closed and when it is opened.
        receipt.HasIndex(r => new { r.CallOffId, r.Leaf }).IsUnique();
    }
}

internal sealed class ClosedBoxConfiguration : IEntityTypeConfiguration<ClosedBox>
{
    public void Configure(EntityTypeBuilder<ClosedBox> box)
    {
        box.ToTable("closed_boxes", "tendering");
        box.HasKey(b => b.CallOffId);
        box.Property(b => b.CallOffId).ValueGeneratedNever();
        box.Property(b => b.AuthorityName).HasMaxLength(200);
        box.Property(b => b.Root).HasMaxLength(64);
        box.Property(b => b.Signed).AsJson();
        box.HasOne<CallOff>().WithOne().HasForeignKey<ClosedBox>(b => b.CallOffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoxLeavesConfiguration : IEntityTypeConfiguration<BoxLeaves>
{
    public void Configure(EntityTypeBuilder<BoxLeaves> leaves)
    {
        leaves.ToTable("box_leaves", "tendering");
        leaves.HasKey(l => l.CallOffId);
        leaves.Property(l => l.CallOffId).ValueGeneratedNever();
        leaves.Property(l => l.Leaves).AsJson();
        leaves.HasOne<ClosedBox>().WithOne().HasForeignKey<BoxLeaves>(l => l.CallOffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoxOpeningConfiguration : IEntityTypeConfiguration<BoxOpening>
{
    public void Configure(EntityTypeBuilder<BoxOpening> opening)
    {
        opening.ToTable("box_openings", "tendering");
        opening.HasKey(o => o.CallOffId);
        opening.Property(o => o.CallOffId).ValueGeneratedNever();
        opening.Property(o => o.Signed).AsJson();
        opening.HasOne<ClosedBox>().WithOne().HasForeignKey<BoxOpening>(o => o.CallOffId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoxKeyConfiguration : IEntityTypeConfiguration<BoxKeyRecord>
{
    public void Configure(EntityTypeBuilder<BoxKeyRecord> key)
    {
        key.ToTable("box_keys", "tendering");
        key.HasKey(k => new { k.CallOffId, k.Number });
        key.Property(k => k.KeyId).HasMaxLength(64);
        key.Property(k => k.Signed).AsJson();
        key.HasOne<CallOff>().WithMany().HasForeignKey(k => k.CallOffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenerRequestConfiguration : IEntityTypeConfiguration<OpenerRequest>
{
    public void Configure(EntityTypeBuilder<OpenerRequest> request)
    {
        request.ToTable("opener_requests", "tendering");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Reference).HasMaxLength(References.Length);
        request.Property(r => r.Refusal).HasMaxLength(40);
        request.Property(r => r.SignedOrder).AsJson();
        request.Property(r => r.Opening).AsJson();
        request.HasOne<CallOff>().WithMany().HasForeignKey(r => r.CallOffId).OnDelete(DeleteBehavior.Restrict);

        // What the Opener takes next.
        request.HasIndex(r => r.AskedAt).HasFilter("answered_at is null");
    }
}

internal sealed class ReleasedBidConfiguration : IEntityTypeConfiguration<ReleasedBid>
{
    public void Configure(EntityTypeBuilder<ReleasedBid> bid)
    {
        bid.ToTable("released_bids", "tendering");
        bid.HasKey(b => b.VersionId);
        bid.Property(b => b.VersionId).ValueGeneratedNever();
        bid.Property(b => b.Salt).HasMaxLength(64);
        bid.HasOne<BidVersion>().WithOne().HasForeignKey<ReleasedBid>(b => b.VersionId).OnDelete(DeleteBehavior.Restrict);

        // All bids of an opened box.
        bid.HasIndex(b => b.CallOffId);
    }
}
