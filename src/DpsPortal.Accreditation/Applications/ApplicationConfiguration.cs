using DpsPortal.Accreditation.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Applications;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("applications", AccreditationModelBuilder.Schema, table =>
        {
            table.HasCheckConstraint("ck_applications_membership_by_two", ByTwo("membership_decision"));
            table.HasCheckConstraint("ck_applications_accreditation_by_two", ByTwo("accreditation_decision"));
            table.HasCheckConstraint(
                "ck_applications_fitness_by_two",
                "not jsonb_path_exists(fit_and_proper_test, '$.people[*] ? (@.confirmedBy.id == @.proposedBy.id)')");
        });
        application.Property(a => a.Reference).HasMaxLength(20);
        application.Property(a => a.ProviderName).HasMaxLength(120);
        application.Property(a => a.SearchText).HasMaxLength(160);
        application.Property(a => a.ExtensionReason).HasMaxLength(2000);
        application.Property(a => a.AssignedToName).HasMaxLength(120);
        application.Property(a => a.Answers).IsJson();
        application.Property(a => a.PendingAnswers).IsJson();
        application.Property(a => a.OpenToChange).IsJson();
        application.Property(a => a.Stages).IsJson();
        application.Property(a => a.ClockPauses).IsJson();
        application.Property(a => a.MembershipDecision).IsJson();
        application.Property(a => a.AccreditationDecision).IsJson();
        application.Property(a => a.Returned).IsJson();
        application.Property(a => a.FitAndProperTest).IsJson();
        application.Property(a => a.SaferRecruitment).IsJson();
        application.Ignore(a => a.HasPendingAnswers);
        application.Ignore(a => a.ClockStartedAt);
        application.Ignore(a => a.OpenStage);
        application.Ignore(a => a.PremisesIds);
        application.Ignore(a => a.PermittedAccreditationTriggers);
        application.HasOne<Scheme>().WithMany().HasForeignKey(a => a.SchemeId).OnDelete(DeleteBehavior.Restrict);
        application.HasIndex(a => a.Reference).IsUnique();

        // One live application of a provider per scheme, whatever is clicked how often.
        application.HasIndex(a => new { a.ProviderId, a.SchemeId }).IsUnique()
            .HasFilter("membership not in ('Rejected', 'Withdrawn', 'Removed', 'Left')");

        // The officers' queue, what is due first at the top.
        application.HasIndex(a => new { a.HostAuthorityId, a.NextDueOn });
    }

    /// <summary>Whoever confirms a decision is not who proposed it: the database is the last judge.</summary>
    private static string ByTwo(string decision) =>
        $"{decision} #>> '{{confirmedBy,id}}' is null "
        + $"or {decision} #>> '{{confirmedBy,id}}' <> {decision} #>> '{{proposedBy,id}}'";
}
