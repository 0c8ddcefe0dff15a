using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.PlaceNights;

/// <summary>What is promised is kept: until it is left no place goes, and none becomes one for fewer people.</summary>
internal static class KeptPlaces
{
    /// <summary>Needs the caller's transaction: nobody is promised what is being removed.</summary>
    /// <param name="today">The London date; earlier nights bind nobody any more.</param>
    /// <exception cref="InvalidInputException">With a sentence for each place, at its field.</exception>
    public static async Task RefuseLossAsync(
        this IPropertyDbContext db, Premises.Premises home, PremisesDetails to, DateOnly today, CancellationToken ct)
    {
        var now = to.Places.Index().ToDictionary(p => p.Item.Id);
        var shrinking = home.Places
            .Where(own => !now.TryGetValue(own.Id, out var place) || place.Item.MaxOccupants < own.MaxOccupants)
            .ToList();
        if (shrinking.Count == 0)
        {
            return;
        }

        await db.HoldPlacesAsync(shrinking.Select(p => p.Id), ct);
        var promised = await db.GetPromisedAsync([.. shrinking.Select(p => p.Id)], today, except: null, ct);
        var errors = new List<FieldError>();
        foreach (var own in shrinking)
        {
            var (stays, index) = now.TryGetValue(own.Id, out var place)
                ? (place.Item.MaxOccupants, place.Index)
                : (0, -1);
            var lost = promised[own.Id].Where(p => p.Slot > stays).ToList();
            if (lost.Count == 0)
            {
                continue;
            }

            var when = new Nights(lost.Min(p => p.Nights.First), lost.Max(p => p.Nights.LeavesOn)).InWords(today);
            errors.Add(index < 0
                ? new FieldError("places", $"{own.Name} is promised {when}. Keep it until then.")
                : new FieldError(
                    $"places[{index}].maxOccupants",
                    $"The second bed in {own.Name} is promised {when}. Keep it for two people until then."));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
