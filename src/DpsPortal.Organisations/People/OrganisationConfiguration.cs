using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.People;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations", "organisations");
        organisation.Property(o => o.Name).HasMaxLength(Organisation.MaxNameLength);
        organisation.Property(o => o.Code).HasMaxLength(Organisation.MaxCodeLength);
        organisation.Property(o => o.CompanyNumber).HasMaxLength(RegisteredNumbers.MaxLength);
        organisation.Property(o => o.CharityNumber).HasMaxLength(RegisteredNumbers.MaxLength);

        organisation.HasIndex(o => o.Code).IsUnique();

        // An organisation registers once.
        organisation.HasIndex(o => o.CompanyNumber).IsUnique();
        organisation.HasIndex(o => o.CharityNumber).IsUnique();
    }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users", "organisations");
        user.Property(u => u.Name).HasMaxLength(User.MaxNameLength);

        // An address has one account.
        user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
    }
}

internal sealed class AffiliationConfiguration : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.ToTable("affiliations", "organisations");
        affiliation.HasKey(a => new { a.UserId, a.OrganisationId });
        affiliation.PrimitiveCollection(a => a.Roles).ElementType(role => role.HasConversion<string>());
        affiliation.HasOne<User>().WithMany(u => u.Affiliations).HasForeignKey(a => a.UserId);
        affiliation.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId)
            .OnDelete(DeleteBehavior.Restrict);

        // Whom to tell: the people of an organisation.
        affiliation.HasIndex(a => a.OrganisationId);
    }
}
