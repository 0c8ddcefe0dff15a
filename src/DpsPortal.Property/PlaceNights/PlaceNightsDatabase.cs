using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.PlaceNights;

/// <summary>What of PostgreSQL the promises rest on.</summary>
internal static class PlaceNightsDatabase
{
    /// <summary>
    /// Until the end of the transaction nobody else promises, frees or removes these places: whoever waits reads what
    /// was decided, and is told so in a sentence.
    /// </summary>
    public static async Task HoldPlacesAsync(
        this IPropertyDbContext db, IEnumerable<Guid> placeIds, CancellationToken ct)
    {
        foreach (var id in placeIds.Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended({"place:" + id}, 0))", ct);
        }
    }

    /// <summary>Everybody's promises, also those that row-level security hides, without to whom.</summary>
    /// <param name="except">A call-off whose promise is left out, where whoever asks is a party to it.</param>
    public static async Task<ILookup<Guid, Nights>> GetPromisedAsync(
        this IPropertyDbContext db, IReadOnlyCollection<Guid> placeIds, DateOnly from, Guid? except,
        CancellationToken ct)
    {
        var (ids, callOff) = (placeIds.ToArray(), except ?? Guid.Empty);
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select place_id as "PlaceId", first_night as "FirstNight", leaves_on as "LeavesOn"
             from property.promised_nights({ids}, {from}, {callOff})
             """).ToListAsync(ct);
        return rows.ToLookup(r => r.PlaceId, r => new Nights(r.FirstNight, r.LeavesOn));
    }

    /// <summary>For the two sides of the promise, until the day of leaving; null for others.</summary>
    public static async Task<PromisedHome?> GetPromisedHomeAsync(
        this IPropertyDbContext db, Guid callOffId, CancellationToken ct) =>
        await db.Database.SqlQuery<PromisedHome>(
            $"""
             select name as "Name", place_name as "PlaceName", address_line as "AddressLine", town as "Town",
               postcode as "Postcode"
             from property.promised_home({callOffId})
             """).SingleOrDefaultAsync(ct);

    private sealed record Row(Guid PlaceId, DateOnly FirstNight, DateOnly LeavesOn);
}
