using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Property.PlaceNights;

/// <summary>The constraint that no night of a place is promised twice is in <c>Sql/20_property.sql</c>.</summary>
internal sealed class PlaceNightsConfiguration : IEntityTypeConfiguration<PlaceNights>
{
    public void Configure(EntityTypeBuilder<PlaceNights> nights)
    {
        nights.ToTable("place_nights", "property", table =>
            table.HasCheckConstraint("ck_place_nights_in_order", "leaves_on >= first_night"));
        nights.Ignore(n => n.Nights);

        // One promise of a call-off, also when two nodes make it at once; and what an ending moves.
        nights.HasIndex(n => n.CallOffId).IsUnique();

        // Whether a home is new to an authority.
        nights.HasIndex(n => new { n.AuthorityId, n.PremisesId });
    }
}
