using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.People;

internal sealed class RoleProposalConfiguration : IEntityTypeConfiguration<RoleProposal>
{
    public void Configure(EntityTypeBuilder<RoleProposal> proposal)
    {
        proposal.ToTable("role_proposals", "organisations");
        proposal.Property(p => p.ProposedByName).HasMaxLength(User.MaxNameLength);
        proposal.PrimitiveCollection(p => p.Roles).ElementType(role => role.HasConversion<string>());
        proposal.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        proposal.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);

        // One waits at a time.
        proposal.HasIndex(p => new { p.OrganisationId, p.UserId }).IsUnique().HasFilter("state = 'Proposed'");
    }
}
