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

        organisation.HasIndex(o => o.Code).IsUnique();
    }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users", "organisations");
        user.Property(u => u.Name).HasMaxLength(User.MaxNameLength);
        user.PrimitiveCollection(u => u.Roles).ElementType(role => role.HasConversion<string>());
        user.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);

        // Whom to tell: the people of an organisation.
        user.HasIndex(u => u.OrganisationId);
    }
}
