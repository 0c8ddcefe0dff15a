using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Standings;

internal sealed class StandingConfiguration : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> standing)
    {
        standing.ToTable("standings", AccreditationModelBuilder.Schema);
        standing.Property(s => s.Homes).IsJson();
        standing.Property(s => s.SentReminders).IsJson();
        standing.HasOne<Lot>().WithMany().HasForeignKey(s => s.LotId).OnDelete(DeleteBehavior.Restrict);
        standing.HasIndex(s => new { s.LotId, s.ProviderId }).IsUnique();
        standing.HasIndex(s => s.ApplicationId);
    }
}

internal sealed class StandingConditionConfiguration : IEntityTypeConfiguration<StandingCondition>
{
    public void Configure(EntityTypeBuilder<StandingCondition> condition)
    {
        condition.ToTable("standing_conditions", AccreditationModelBuilder.Schema);
        condition.Property(c => c.Text).HasMaxLength(500);
        condition.Property(c => c.Evidence).HasMaxLength(2000);
        condition.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        condition.HasIndex(c => new { c.ApplicationId, c.DueOn });
    }
}

internal sealed class StandingActionConfiguration : IEntityTypeConfiguration<StandingAction>
{
    public void Configure(EntityTypeBuilder<StandingAction> action)
    {
        action.ToTable("standing_actions", AccreditationModelBuilder.Schema, table => table.HasCheckConstraint(
            "ck_standing_actions_by_two",
            "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'"));
        action.Property(a => a.Reference).HasMaxLength(20);
        action.Property(a => a.Reasons).HasMaxLength(2000);
        action.Property(a => a.Representations).HasMaxLength(4000);
        action.Property(a => a.DropReason).HasMaxLength(2000);
        action.Property(a => a.LotIds).IsJson();
        action.Property(a => a.ConditionIds).IsJson();
        action.Property(a => a.PremisesIds).IsJson();
        action.Property(a => a.ProposedBy).IsJson();
        action.Property(a => a.ConfirmedBy).IsJson();
        action.Ignore(a => a.IsOpen);
        action.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);

        // The actions on an accreditation, newest first.
        action.HasIndex(a => new { a.ApplicationId, a.ProposedAt });
    }
}
