using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Property.Visits;

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits", "property");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.Mode).HasConversion<string>().HasMaxLength(20);
        visit.Property(v => v.Notice).HasConversion<string>().HasMaxLength(20);
        visit.Property(v => v.State).HasConversion<string>().HasMaxLength(20);
        visit.Property(v => v.RevisionHash).HasMaxLength(64);
        visit.Property(v => v.Summary).HasMaxLength(2000);
        visit.Property(v => v.CancelReason).HasMaxLength(500);
        visit.PrimitiveCollection(v => v.CriticalFailures);
        visit.Ignore(v => v.Items);
        visit.Ignore(v => v.Events);
        visit.Ignore(v => v.AuditEntries);

        visit.OwnsMany(v => v.Bedrooms, bedroom => bedroom.ToJson("bedrooms"));
        visit.OwnsMany(v => v.Answers, answer =>
        {
            answer.ToTable("visit_answers", "property");
            answer.WithOwner().HasForeignKey("VisitId");
            answer.HasKey(a => a.Id);
            answer.Property(a => a.Id).ValueGeneratedNever();
            answer.Property(a => a.ItemId).HasMaxLength(40);
            answer.Property(a => a.Result).HasConversion<string>().HasMaxLength(20);
            answer.Property(a => a.Note).HasMaxLength(1000);
            answer.Property(a => a.MeasuredArea).HasPrecision(6, 2);
            answer.PrimitiveCollection(a => a.PhotoIds).HasDefaultValueSql("'{}'");
            answer.Ignore(a => a.HasItsNote);

            // One answer to a question, whoever saves at the same moment.
            answer.HasIndex("VisitId", nameof(VisitAnswer.ItemId), nameof(VisitAnswer.PlaceId))
                .IsUnique().HasAnnotation("Npgsql:NullsDistinct", false);
        });

        visit.HasOne<Premises.Premises>().WithMany().HasForeignKey(v => v.PremisesId).OnDelete(DeleteBehavior.Restrict);

        // An authority's list; and the visits of an application.
        visit.HasIndex(v => new { v.AuthorityId, v.ScheduledAt });
        visit.HasIndex(v => v.ApplicationId);

        // One visit to a home at a time; a double click books once.
        visit.HasIndex(v => new { v.PremisesId, v.AuthorityId })
            .IsUnique().HasFilter("state in ('Booked', 'InProgress')");
    }
}
