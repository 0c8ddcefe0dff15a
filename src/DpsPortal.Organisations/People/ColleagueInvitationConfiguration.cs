using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.People;

internal sealed class ColleagueInvitationConfiguration : IEntityTypeConfiguration<ColleagueInvitation>
{
    public void Configure(EntityTypeBuilder<ColleagueInvitation> invitation)
    {
        invitation.ToTable("colleague_invitations", "organisations");
        invitation.Property(i => i.Email).HasMaxLength(256);
        invitation.Property(i => i.ProposedByName).HasMaxLength(User.MaxNameLength);
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.PrimitiveCollection(i => i.Roles).ElementType(role => role.HasConversion<string>());
        invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId);

        // The link that was opened; and the list of an organisation.
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => new { i.OrganisationId, i.State });

        // How many an organisation makes in a day; and a person is invited once at a time.
        invitation.HasIndex(i => new { i.OrganisationId, i.CreatedAt });
        invitation.HasIndex(i => new { i.OrganisationId, i.Email }).IsUnique()
            .HasFilter("state in ('Proposed', 'Open')");
    }
}
