using DpsPortal.Accreditation.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.EarlierUses;

/// <summary>
/// Which homes an authority has used: a promised stay there has begun, one of its placements is or was there, or it
/// said so and an award was approved on it. And whose word counts for the providers of the others.
/// </summary>
internal sealed class HomesInUse(
    ITenderingDbContext db, IReferenceIntegrationService references, IPlaceNightsIntegrationService nights,
    IPlacedHomes placed)
{
    /// <summary>One question each for all homes and all providers.</summary>
    /// <param name="today">The London date.</param>
    public async Task<UsedHomes> ReadAsync(
        CallOff callOff, IReadOnlyCollection<Guid> providerIds, IReadOnlyCollection<Guid> premisesIds, DateOnly today,
        CancellationToken ct)
    {
        var authority = callOff.PlacingAuthorityId;
        return new UsedHomes(
            [
                .. await nights.GetUsedAsync(authority, premisesIds, today, ct),
                .. await placed.GetUsedAsync(authority, premisesIds, today, ct),
                .. await db.GetUsedBeforeAsync(authority, premisesIds, ct),
            ],
            await references.CheckAsync(providerIds, callOff.PlacingAuthorityName, ct));
    }
}

internal sealed record UsedHomes(HashSet<Guid> Used, IReadOnlyDictionary<Guid, ReferenceCheck> References)
{
    public HomeUse Of(Guid providerId, Guid premisesId, EarlierUse? said) =>
        new(!Used.Contains(premisesId), References[providerId], said);
}
