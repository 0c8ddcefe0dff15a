using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("staff_members", AccreditationModelBuilder.Schema);
        staff.Property(s => s.Number).HasMaxLength(StaffConsts.MaxNumberLength);
        staff.Property(s => s.Name).HasMaxLength(StaffConsts.MaxNameLength);
        staff.Property(s => s.Role).HasMaxLength(StaffConsts.MaxRoleLength);
        staff.Property(s => s.DbsNumber).HasMaxLength(12);
        staff.Property(s => s.Vetting).IsJson();
        staff.Ignore(s => s.Events);
        staff.Ignore(s => s.AuditEntries);

        // A provider's own list, and one person a number.
        staff.HasIndex(s => new { s.ProviderId, s.Number }).IsUnique();
    }
}

internal sealed class StaffSampleConfiguration : IEntityTypeConfiguration<StaffSample>
{
    public void Configure(EntityTypeBuilder<StaffSample> sample)
    {
        sample.ToTable("staff_samples", AccreditationModelBuilder.Schema);
        sample.Property(s => s.Seed).HasMaxLength(40);
        sample.Property(s => s.DrawnByName).HasMaxLength(200);
        sample.PrimitiveCollection(s => s.StaffIds);
        sample.Property(s => s.Files).IsJson();
        sample.Ignore(s => s.CompliancePercent);
        sample.Ignore(s => s.UnreadFiles);
        sample.Ignore(s => s.Events);
        sample.Ignore(s => s.AuditEntries);
        sample.HasOne<Application>().WithOne().HasForeignKey<StaffSample>(s => s.Id);
    }
}
