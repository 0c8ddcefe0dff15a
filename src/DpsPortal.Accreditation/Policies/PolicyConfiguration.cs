using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Policies;

internal sealed class PolicyConfiguration : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> policy)
    {
        policy.ToTable("policies", AccreditationModelBuilder.Schema);
        policy.Property(p => p.Owner).HasMaxLength(PolicyConsts.MaxOwnerLength);

        // A provider's own list, and one line a policy.
        policy.HasIndex(p => new { p.ProviderId, p.Kind }).IsUnique();
    }
}
