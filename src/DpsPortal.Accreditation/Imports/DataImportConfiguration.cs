using DpsPortal.Accreditation.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Imports;

internal sealed class DataImportConfiguration : IEntityTypeConfiguration<DataImport>
{
    public void Configure(EntityTypeBuilder<DataImport> import)
    {
        import.ToTable("data_imports", AccreditationModelBuilder.Schema, table => table.HasCheckConstraint(
            "ck_data_imports_by_two",
            "state <> 'Stored' or settled_by ->> 'id' <> proposed_by ->> 'id'"));
        import.Property(i => i.FileName).HasMaxLength(200);
        import.Property(i => i.Sha256).HasMaxLength(64);
        import.Property(i => i.DropReason).HasMaxLength(500);
        import.Property(i => i.Creates).IsJson();
        import.Property(i => i.ProposedBy).IsJson();
        import.Property(i => i.SettledBy).IsJson();
        import.HasOne<Scheme>().WithMany().HasForeignKey(i => i.SchemeId).OnDelete(DeleteBehavior.Restrict);

        // The same file once, however often it is sent.
        import.HasIndex(i => new { i.HostAuthorityId, i.SchemeId, i.Sha256 }).IsUnique().HasFilter("state <> 'Dropped'");
    }
}
