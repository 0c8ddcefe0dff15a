using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Memberships;

internal sealed class MemberActionConfiguration : IEntityTypeConfiguration<MemberAction>
{
    public void Configure(EntityTypeBuilder<MemberAction> action)
    {
        action.ToTable("member_actions", AccreditationModelBuilder.Schema, table => table.HasCheckConstraint(
            "ck_member_actions_by_two",
            "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'"));
        action.Property(a => a.Reference).HasMaxLength(20);
        action.Property(a => a.Reasons).HasMaxLength(2000);
        action.Property(a => a.Representations).HasMaxLength(4000);
        action.Property(a => a.DropReason).HasMaxLength(2000);
        action.Property(a => a.LotIds).IsJson();
        action.Property(a => a.ProposedBy).IsJson();
        action.Property(a => a.ConfirmedBy).IsJson();
        action.Ignore(a => a.Trigger);
        action.Ignore(a => a.IsOpen);
        action.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);

        // The actions on a member, newest first.
        action.HasIndex(a => new { a.ApplicationId, a.ProposedAt });
    }
}
