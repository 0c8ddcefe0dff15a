using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.OfstedRecords;

internal sealed class OfstedStatusConfiguration : IEntityTypeConfiguration<OfstedStatus>
{
    public void Configure(EntityTypeBuilder<OfstedStatus> status)
    {
        status.ToTable("ofsted_statuses", AccreditationModelBuilder.Schema);
        status.Property(s => s.Note).HasMaxLength(500);
        status.Property(s => s.RecordedBy).IsJson();

        // The latest of a provider.
        status.HasIndex(s => new { s.HostAuthorityId, s.ProviderId, s.AsOf });
    }
}

internal sealed class OfstedDifferenceConfiguration : IEntityTypeConfiguration<OfstedDifference>
{
    public void Configure(EntityTypeBuilder<OfstedDifference> difference)
    {
        difference.ToTable("ofsted_differences", AccreditationModelBuilder.Schema);
        difference.Property(d => d.ProviderName).HasMaxLength(120);
        difference.Property(d => d.Urn).HasMaxLength(10);
        difference.Property(d => d.Ours).HasMaxLength(OfstedConsts.MaxCell);
        difference.Property(d => d.Theirs).HasMaxLength(OfstedConsts.MaxCell);
        difference.Property(d => d.Resolution).HasMaxLength(2000);
        difference.Property(d => d.ResolvedBy).IsJson();

        // One open task for one thing, however often a register is read.
        difference.HasIndex(d => new { d.HostAuthorityId, d.ProviderId, d.Kind }).IsUnique()
            .HasFilter("state = 'Open'");
    }
}
