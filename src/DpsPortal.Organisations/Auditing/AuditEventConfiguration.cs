using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Auditing;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.ToTable("audit_events", "organisations");
        audit.Property(a => a.Id).ValueGeneratedNever();
        audit.Property(a => a.At).HasDefaultValueSql("app.now()").ValueGeneratedOnAdd();
        audit.Property(a => a.ActorName).HasMaxLength(200);
        audit.Property(a => a.OrganisationName).HasMaxLength(200);
        audit.Property(a => a.ObjectType).HasMaxLength(100);
        audit.Property(a => a.Action).HasMaxLength(100);
        audit.Property(a => a.Before).HasMaxLength(AuditEvent.MaxTextLength);
        audit.Property(a => a.After).HasMaxLength(AuditEvent.MaxTextLength);
        audit.Property(a => a.Reason).HasMaxLength(AuditEvent.MaxTextLength);
        audit.Property(a => a.Code).HasMaxLength(100);

        // The History panel of one object.
        audit.HasIndex(a => new { a.ObjectType, a.ObjectId, a.At });
    }
}
