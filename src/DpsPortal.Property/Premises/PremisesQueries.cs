using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal static class PremisesQueries
{
    /// <summary>
    /// Homes of any provider, with the address left out by the database itself: all that other modules may know.
    /// </summary>
    public static IQueryable<Premises> WithoutAddress(this DbSet<Premises> homes) =>
        homes.FromSql($"select * from property.premises_without_address").AsNoTracking();
}
