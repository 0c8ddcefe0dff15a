using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.RecruitmentActions;

internal sealed class RecruitmentActionConfiguration : IEntityTypeConfiguration<RecruitmentAction>
{
    public void Configure(EntityTypeBuilder<RecruitmentAction> action)
    {
        action.ToTable("recruitment_actions", AccreditationModelBuilder.Schema);
        action.Property(a => a.Reference).HasMaxLength(20);
        action.Property(a => a.Text).HasMaxLength(RecruitmentActionConsts.MaxTextLength);
        action.Property(a => a.Note).HasMaxLength(RecruitmentActionConsts.MaxNoteLength);
        action.Property(a => a.ReportedByName).HasMaxLength(120);
        action.Property(a => a.SentBackBecause).HasMaxLength(2000);
        action.Property(a => a.SetBy).IsJson();
        action.Property(a => a.SettledBy).IsJson();
        action.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);

        // The actions of an application, what is due first at the top.
        action.HasIndex(a => new { a.ApplicationId, a.DueOn });
    }
}
