using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Schemes;

internal sealed class SchemeConfiguration : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        // The last judge of facts 1, 3 and 7; the sentences are in RegimeRules.
        scheme.ToTable("schemes", AccreditationModelBuilder.Schema, table =>
        {
            table.HasCheckConstraint(
                "ck_schemes_notice",
                "(contract_notice_date < date '2025-02-24') = (regime in ('PcrDps', 'PcrLightTouch'))");
            table.HasCheckConstraint(
                "ck_schemes_end",
                """
                ends_on >= starts_on
                and (regime not in ('PcrDps', 'PcrLightTouch') or ends_on <= date '2029-02-23')
                and (regime <> 'Pa23OpenFramework' or ends_on < starts_on + interval '8 years')
                """);
            table.HasCheckConstraint("ck_schemes_no_fee", "award_fee_basis_points is null or regime <> 'PcrDps'");
            table.HasCheckConstraint(
                "ck_schemes_members", "most_members is null or regime in ('PcrLightTouch', 'Pa23OpenFramework')");
            table.HasCheckConstraint(
                "ck_schemes_not_drafted", "state <> 'Draft' or regime in ('Pa23DynamicMarket', 'Pa23OpenFramework')");
        });
        scheme.Property(s => s.Name).HasMaxLength(120);
        scheme.Property(s => s.Reference).HasMaxLength(30);
        scheme.Property(s => s.HostAuthorityName).HasMaxLength(120);
        scheme.Property(s => s.Writer).IsJson();
        scheme.Property(s => s.Windows).IsJson();
        scheme.Property(s => s.KeyDates).IsJson();
        scheme.Property(s => s.SentReminders).IsJson();
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
        lot.Property(l => l.Terms).IsJson();
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
