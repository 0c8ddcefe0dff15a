using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Schemes;

internal sealed class SchemeConfiguration : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.ToTable("schemes", AccreditationModelBuilder.Schema, table =>
        {
            table.HasCheckConstraint("ck_schemes_notice_before_repeal", "contract_notice_date < date '2025-02-24'");
            table.HasCheckConstraint("ck_schemes_end", "ends_on between starts_on and date '2029-02-23'");
            table.HasCheckConstraint("ck_schemes_no_fee", "award_fee_basis_points is null or regime <> 'PcrDps'");
        });
        scheme.Property(s => s.Name).HasMaxLength(120);
        scheme.Property(s => s.Reference).HasMaxLength(30);
        scheme.Property(s => s.HostAuthorityName).HasMaxLength(120);
        scheme.HasMany(s => s.Lots).WithOne().HasForeignKey("SchemeId").IsRequired();
        scheme.HasMany(s => s.MemberAuthorities).WithOne().HasForeignKey("SchemeId").IsRequired();
        scheme.HasIndex(s => s.Reference).IsUnique();
    }
}

internal sealed class LotConfiguration : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> lot)
    {
        lot.ToTable("lots", AccreditationModelBuilder.Schema);
        lot.Property(l => l.Name).HasMaxLength(120);
        lot.Property(l => l.Number);
        lot.Property(l => l.Category);
        lot.Property(l => l.Admits16To17);
        lot.Property(l => l.AccreditationUse);
        lot.HasIndex("SchemeId", nameof(Lot.Number)).IsUnique();
    }
}

internal sealed class MemberAuthorityConfiguration : IEntityTypeConfiguration<MemberAuthority>
{
    public void Configure(EntityTypeBuilder<MemberAuthority> member)
    {
        member.ToTable("member_authorities", AccreditationModelBuilder.Schema);
        member.Property(m => m.AuthorityName).HasMaxLength(120);
        member.HasIndex("SchemeId", nameof(MemberAuthority.AuthorityId)).IsUnique();
    }
}
