using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.AwardRecords;

internal sealed class AwardRecordConfiguration : IEntityTypeConfiguration<AwardRecord>
{
    public void Configure(EntityTypeBuilder<AwardRecord> record)
    {
        record.ToTable("award_records", "tendering");
        record.HasKey(r => r.CallOffId);
        record.Property(r => r.CallOffId).ValueGeneratedNever();
        record.Property(r => r.Sha256).HasMaxLength(64);
        record.HasOne<CallOff>().WithOne().HasForeignKey<AwardRecord>(r => r.CallOffId).OnDelete(DeleteBehavior.Restrict);
    }
}
