using DpsPortal.Property.PlaceNights;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property;

internal static class PropertyModelBuilder
{
    public static void ApplyProperty(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new PremisesConfiguration());
        builder.ApplyConfiguration(new PremisesVersionConfiguration());
        builder.ApplyConfiguration(new PremisesGrantConfiguration());
        builder.ApplyConfiguration(new VisitConfiguration());
        builder.ApplyConfiguration(new PlaceNightsConfiguration());
    }
}
