using DpsPortal.Placements.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements;

internal static class PlacementsModelBuilder
{
    public static void ApplyPlacements(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new PlacementConfiguration());
        builder.ApplyConfiguration(new PriceRowConfiguration());
        builder.ApplyConfiguration(new PriceProposalConfiguration());
    }
}
