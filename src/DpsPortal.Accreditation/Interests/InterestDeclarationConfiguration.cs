using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Interests;

internal sealed class InterestDeclarationConfiguration : IEntityTypeConfiguration<InterestDeclaration>
{
    public void Configure(EntityTypeBuilder<InterestDeclaration> declaration)
    {
        declaration.ToTable("interest_declarations", AccreditationModelBuilder.Schema);
        declaration.Property(d => d.OfficerName).HasMaxLength(120);
        declaration.Property(d => d.Details).HasMaxLength(1000);
        declaration.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);

        // Whether an officer may act, asked before each of their moves; each answer is given once.
        declaration.HasIndex(d => new { d.ApplicationId, d.OfficerId, d.HasConflict }).IsUnique();

        // Whether somebody has a conflict in a provider, in whichever of its applications it was declared.
        declaration.HasIndex(d => new { d.ProviderId, d.OfficerId });
    }
}
