using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Property.Premises;

internal sealed class PremisesConfiguration : IEntityTypeConfiguration<Premises>
{
    public void Configure(EntityTypeBuilder<Premises> premises)
    {
        premises.ToTable("premises", "property");
        premises.Property(p => p.Id).ValueGeneratedNever();
        premises.Property(p => p.Name).HasMaxLength(80);
        premises.Property(p => p.AddressLine).HasMaxLength(120);
        premises.Property(p => p.Town).HasMaxLength(60);
        premises.Property(p => p.Postcode).HasMaxLength(8);
        premises.Property(p => p.OutwardCode).HasMaxLength(4);
        premises.Property(p => p.AreaAuthority).HasMaxLength(80);
        premises.Property(p => p.Category).HasConversion<string>().HasMaxLength(30);
        premises.Property(p => p.Standing).HasConversion<string>().HasMaxLength(20);
        premises.PrimitiveCollection(p => p.CriticalFaults);
        premises.Ignore(p => p.Events);
        premises.Ignore(p => p.AuditEntries);

        premises.OwnsMany(p => p.Places, place =>
        {
            place.ToTable("places", "property");
            place.WithOwner().HasForeignKey("PremisesId");
            place.HasKey(p => p.Id);
            place.Property(p => p.Id).ValueGeneratedNever();
            place.Property(p => p.Name).HasMaxLength(40);
            place.Property(p => p.BedroomArea).HasPrecision(6, 2);
            place.Property(p => p.MeasuredArea).HasPrecision(6, 2);
        });
        premises.OwnsMany(p => p.Certificates, certificate =>
        {
            certificate.ToJson("certificates");
            certificate.Property(c => c.Kind).HasConversion<string>();
        });
        premises.OwnsMany(p => p.Reminders, reminder =>
        {
            reminder.ToJson("reminders");
            reminder.Property(r => r.Kind).HasConversion<string>();
        });

        premises.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.PremisesId).OnDelete(DeleteBehavior.Restrict);

        // A provider's own list.
        premises.HasIndex(p => p.ProviderId);
    }
}

internal sealed class PremisesVersionConfiguration : IEntityTypeConfiguration<PremisesVersion>
{
    public void Configure(EntityTypeBuilder<PremisesVersion> version)
    {
        version.ToTable("premises_versions", "property");
        version.Property(v => v.OutwardCode).HasMaxLength(4);
        version.Property(v => v.Category).HasConversion<string>().HasMaxLength(30);
        version.OwnsMany(v => v.Places, place => place.ToJson("places"));
        version.OwnsMany(v => v.Certificates, certificate =>
        {
            certificate.ToJson("certificates");
            certificate.Property(c => c.Kind).HasConversion<string>();
            certificate.Ignore(c => c.DocumentId);
        });

        // How a home was at an instant.
        version.HasIndex(v => new { v.PremisesId, v.SavedAt });
    }
}

internal sealed class PremisesGrantConfiguration : IEntityTypeConfiguration<PremisesGrant>
{
    public void Configure(EntityTypeBuilder<PremisesGrant> grant)
    {
        grant.ToTable("premises_grants", "property");
        grant.HasKey(g => new { g.PremisesId, g.OrganisationId });
        grant.HasOne<Premises>().WithMany().HasForeignKey(g => g.PremisesId);

        // What an authority may see.
        grant.HasIndex(g => g.OrganisationId);
    }
}
