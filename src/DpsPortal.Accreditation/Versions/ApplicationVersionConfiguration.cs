using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Versions;

internal sealed class ApplicationVersionConfiguration : IEntityTypeConfiguration<ApplicationVersion>
{
    public void Configure(EntityTypeBuilder<ApplicationVersion> version)
    {
        version.ToTable("application_versions", AccreditationModelBuilder.Schema);
        version.Property(v => v.Sha256).HasMaxLength(64);
        version.Property(v => v.TakenByName).HasMaxLength(120);
        version.Property(v => v.Documents).IsJson();
        version.HasOne<Application>().WithMany().HasForeignKey(v => v.ApplicationId).OnDelete(DeleteBehavior.Restrict);

        // The versions of an application in order; each number once.
        version.HasIndex(v => new { v.ApplicationId, v.Number }).IsUnique();
    }
}
