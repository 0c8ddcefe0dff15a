using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Clarifications;

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> clarification)
    {
        clarification.ToTable("clarifications", AccreditationModelBuilder.Schema);
        clarification.Property(c => c.Reference).HasMaxLength(20);
        clarification.Property(c => c.Question).HasMaxLength(2000);
        clarification.Property(c => c.Reply).HasMaxLength(4000);
        clarification.Property(c => c.AnsweredByName).HasMaxLength(120);
        clarification.Property(c => c.WithdrawalReason).HasMaxLength(2000);
        clarification.Property(c => c.AskedBy).IsJson();
        clarification.Property(c => c.Sections).IsJson();
        clarification.Property(c => c.DocumentIds).IsJson();
        clarification.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);

        // The questions of an application, in the order they were asked.
        clarification.HasIndex(c => new { c.ApplicationId, c.AskedAt });
    }
}
