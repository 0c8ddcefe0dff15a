using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Appeals;

internal sealed class AppealConfiguration : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("appeals", AccreditationModelBuilder.Schema, table =>
        {
            table.HasCheckConstraint(
                "ck_appeals_by_two", "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'");
            table.HasCheckConstraint(
                "ck_appeals_by_others",
                "not coalesce(decided_by ? (proposed_by ->> 'id'), false) "
                + "and not coalesce(decided_by ? (confirmed_by ->> 'id'), false)");
        });
        appeal.Property(a => a.Reference).HasMaxLength(20);
        appeal.Property(a => a.LetterTitle).HasMaxLength(300);
        appeal.Property(a => a.Grounds).HasMaxLength(4000);
        appeal.Property(a => a.LodgedByName).HasMaxLength(120);
        appeal.Property(a => a.Reasons).HasMaxLength(2000);
        appeal.Property(a => a.DecidedBy).IsJson();
        appeal.Property(a => a.ProposedBy).IsJson();
        appeal.Property(a => a.ConfirmedBy).IsJson();
        appeal.Ignore(a => a.IsAnswered);
        appeal.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasOne<Letter>().WithMany().HasForeignKey(a => a.LetterId).OnDelete(DeleteBehavior.Restrict);

        // A decision is appealed against once.
        appeal.HasIndex(a => a.LetterId).IsUnique();
        appeal.HasIndex(a => new { a.ApplicationId, a.LodgedAt });
    }
}
