using DpsPortal.Accreditation.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.EarlierUses;

/// <summary>
/// Which homes an authority has used: a promised stay there has begun, one of its placements is or was there, or it
/// said so and an award was approved on it. What was before the home's address was changed was another home. And whose
/// word counts for the providers of the others.
/// </summary>
internal sealed class HomesInUse(
    ITenderingDbContext db, IReferenceIntegrationService references, IPlaceNightsIntegrationService nights,
    IPlacedHomes placed)
{
    /// <summary>One question each for all homes and all providers.</summary>
    /// <param name="today">The London date.</param>
    public async Task<UsedHomes> ReadAsync(
        CallOff callOff, IReadOnlyCollection<Guid> providerIds, IReadOnlyCollection<PremisesSummary> homes,
        DateOnly today, CancellationToken ct)
    {
        var authority = callOff.PlacingAuthorityId;
        var ids = homes.Select(h => h.Id).ToList();
        var promised = await nights.GetLastNightsAsync(authority, ids, today, ct);
        var placements = await placed.GetLastNightsAsync(authority, ids, today, ct);
        var said = await db.GetUsedBeforeAsync(authority, ids, ct);
        return new UsedHomes(
            [
                .. homes.Where(h => SleptIn(h, promised) || SleptIn(h, placements)
                    || (said.TryGetValue(h.Id, out var at) && !(h.MovedAt >= at))).Select(h => h.Id),
            ],
            await references.CheckAsync(providerIds, callOff.PlacingAuthorityName, ct));
    }

    private static bool SleptIn(PremisesSummary home, IReadOnlyDictionary<Guid, DateOnly> lastNights) =>
        lastNights.TryGetValue(home.Id, out var night)
        && (home.MovedAt is not { } moved || night > LondonTime.DateOf(moved));
}

internal sealed record UsedHomes(HashSet<Guid> Used, IReadOnlyDictionary<Guid, ReferenceCheck> References)
{
    public HomeUse Of(Guid providerId, Guid premisesId, EarlierUse? said) =>
        new(!Used.Contains(premisesId), References[providerId], said);
}
