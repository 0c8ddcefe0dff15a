using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Placements.Agreements;

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    private const int MaxNameLength = 200;

    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.ToTable("placements", "placements", table =>
        {
            table.HasCheckConstraint("ck_placements_planned_end", "planned_end_on >= starts_on");
            table.HasCheckConstraint("ck_placements_end", "ended_on is null or ended_on >= starts_on");
            table.HasCheckConstraint("ck_placements_set_up", "set_up_pence >= 0");
        });
        placement.Property(p => p.Reference).HasMaxLength(20);
        placement.Property(p => p.AuthorityName).HasMaxLength(MaxNameLength);
        placement.Property(p => p.ProviderName).HasMaxLength(MaxNameLength);
        placement.Property(p => p.Urn).HasMaxLength(20);
        placement.Property(p => p.SchemeName).HasMaxLength(MaxNameLength);
        placement.Property(p => p.LotName).HasMaxLength(MaxNameLength);
        placement.Property(p => p.PremisesArea).HasMaxLength(20);
        placement.Property(p => p.DistanceMiles).HasPrecision(7, 2);
        placement.Ignore(p => p.EndsOn);
        placement.Ignore(p => p.AgeBandNow);
        placement.Ignore(p => p.Proposed);
        placement.ComplexProperty(p => p.Extension, extension => extension.Property(e => e.ProposedByName).HasMaxLength(200));
        placement.ComplexProperty(p => p.SentBack, sent => sent.Property(s => s.ByName).HasMaxLength(MaxNameLength));
        placement.Navigation(p => p.Prices).AutoInclude();
        placement.Navigation(p => p.Proposals).AutoInclude();

        placement.HasIndex(p => p.Reference).IsUnique();

        // One award, one placement, also when two nodes handle the event at once.
        placement.HasIndex(p => p.CallOffId).IsUnique();

        // An authority's or a provider's list, newest first; and the nights of a report's period.
        placement.HasIndex(p => new { p.AuthorityId, p.StartsOn });
        placement.HasIndex(p => new { p.ProviderId, p.StartsOn });
    }
}

internal sealed class PriceRowConfiguration : IEntityTypeConfiguration<PriceRow>
{
    public void Configure(EntityTypeBuilder<PriceRow> price)
    {
        price.ToTable("price_rows", "placements", table => table.HasCheckConstraint(
            "ck_price_rows_not_negative",
            "amounts_accommodation_pence >= 0 and amounts_core_support_pence >= 0 "
            + "and amounts_additional_support_pence >= 0 and amounts_other_pence >= 0"));
        price.ComplexProperty(p => p.Amounts, amounts => amounts.Ignore(a => a.TotalPence));
        price.Ignore(p => p.Variation);
        price.HasOne<Placement>().WithMany(p => p.Prices).HasForeignKey("PlacementId").IsRequired();

        // A day has one price.
        price.HasIndex("PlacementId", nameof(PriceRow.StartsOn)).IsUnique();
    }
}

internal sealed class PriceProposalConfiguration : IEntityTypeConfiguration<PriceProposal>
{
    public void Configure(EntityTypeBuilder<PriceProposal> proposal)
    {
        proposal.ToTable("price_proposals", "placements", table => table.HasCheckConstraint(
            "ck_price_proposals_not_negative",
            "amounts_accommodation_pence >= 0 and amounts_core_support_pence >= 0 "
            + "and amounts_additional_support_pence >= 0 and amounts_other_pence >= 0"));
        proposal.ComplexProperty(p => p.Amounts, amounts => amounts.Ignore(a => a.TotalPence));
        proposal.Property(p => p.ProposedByName).HasMaxLength(200);
        proposal.Property(p => p.DecidedByName).HasMaxLength(200);
        proposal.HasOne<Placement>().WithMany(p => p.Proposals).HasForeignKey("PlacementId").IsRequired();

        // One waits at a time, also when two people propose at once.
        proposal.HasIndex("PlacementId").IsUnique().HasFilter("outcome is null");
    }
}
