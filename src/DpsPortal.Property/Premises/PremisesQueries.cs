using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal static class PremisesQueries
{
    /// <summary>
    /// Homes of any provider, with the address left out by the database itself: all that other modules may know.
    /// </summary>
    public static IQueryable<Premises> WithoutAddress(this DbSet<Premises> homes) =>
        homes.FromSql($"select * from property.premises_without_address").AsNoTracking();

    /// <summary>
    /// Of each home the last save at or before an instant, UTC: whoever compares bids may know it, also of a home that
    /// was not shown to them, as it holds no address.
    /// </summary>
    public static IQueryable<PremisesVersion> AsOf(this DbSet<PremisesVersion> versions, Guid[] homes, DateTime at) =>
        versions.FromSql($"select * from property.premises_as_of({homes}, {at})").AsNoTracking();
}
