using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Auditing;

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("audit_seals", "organisations");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.KeyId).HasMaxLength(16);
        seal.Property(s => s.Signature).HasMaxLength(88);
    }
}

internal sealed class AuditLeafConfiguration : IEntityTypeConfiguration<AuditLeaf>
{
    public void Configure(EntityTypeBuilder<AuditLeaf> leaf)
    {
        leaf.ToTable("audit_leaves", "organisations");
        leaf.HasKey(l => l.EventId);
        leaf.Property(l => l.EventId).ValueGeneratedNever();
        leaf.Property(l => l.Leaf).HasMaxLength(64);
        leaf.HasOne<AuditSeal>().WithMany().HasForeignKey(l => l.SealNumber).OnDelete(DeleteBehavior.Restrict);

        // The events of a seal, in their order.
        leaf.HasIndex(l => new { l.SealNumber, l.Position }).IsUnique();
    }
}

internal sealed class UnsealedEventConfiguration : IEntityTypeConfiguration<UnsealedEvent>
{
    public void Configure(EntityTypeBuilder<UnsealedEvent> waiting)
    {
        waiting.ToTable("audit_unsealed", "organisations");
        waiting.HasKey(w => w.EventId);
        waiting.Property(w => w.EventId).ValueGeneratedNever();
    }
}
