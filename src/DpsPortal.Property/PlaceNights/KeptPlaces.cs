using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.PlaceNights;

/// <summary>
/// What is promised is kept: until it is left no place goes or becomes less, and the home stays the one that was
/// awarded. That it is no longer on the Ofsted list can always be said: its provider has to, and the gates follow.
/// </summary>
internal static class KeptPlaces
{
    /// <summary>Needs the caller's transaction: nobody is promised what is being taken away.</summary>
    /// <param name="today">The London date; earlier nights bind nobody any more.</param>
    /// <exception cref="InvalidInputException">With a sentence for each loss, at its field.</exception>
    public static async Task RefuseLossAsync(
        this IPropertyDbContext db, Premises.Premises home, PremisesDetails to, DateOnly today, CancellationToken ct)
    {
        var moved = HomeChanges(home, to).ToList();
        var lost = home.Places.Where(own => PlaceChanges(own, to).Any()).ToList();
        var concerned = moved.Count > 0 ? home.Places : lost;
        if (concerned.Count == 0)
        {
            return;
        }

        await db.HoldPlacesAsync(concerned.Select(p => p.Id), ct);
        var promised = await db.GetPromisedAsync([.. concerned.Select(p => p.Id)], today, except: null, ct);
        var errors = lost.Where(p => promised[p.Id].Any())
            .SelectMany(own => PlaceChanges(own, to).Select(change => new FieldError(
                change.Field, $"{Promise(own, promised, today)} {change.Keep}")))
            .ToList();
        if (concerned.Where(p => promised[p.Id].Any()).MaxBy(p => promised[p.Id].Max(n => n.LeavesOn)) is { } last)
        {
            errors.AddRange(moved.Select(change => new FieldError(
                change.Field, $"{Promise(last, promised, today)} {change.Keep}")));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    /// <summary>What would make it another home than was awarded.</summary>
    private static IEnumerable<(string Field, string Keep)> HomeChanges(Premises.Premises home, PremisesDetails to)
    {
        const string Keep = "Until then the home stays where it is: enter another address as another home.";
        if (home.AddressLine != to.AddressLine)
        {
            yield return ("addressLine", Keep);
        }

        if (home.Town != to.Town)
        {
            yield return ("town", Keep);
        }

        if (home.Postcode != to.Postcode.ToString())
        {
            yield return ("postcode", Keep);
        }

        if (home.AreaAuthority != to.AreaAuthority)
        {
            yield return ("areaAuthority", "Keep the area until then.");
        }

        if (home.Category != to.Category)
        {
            yield return ("category", "Keep the kind of accommodation until then.");
        }
    }

    private static IEnumerable<(string Field, string Keep)> PlaceChanges(Place own, PremisesDetails to)
    {
        var (at, place) = to.Places.Index().FirstOrDefault(p => p.Item.Id == own.Id);
        if (place is null)
        {
            yield return ("places", "Keep it until then.");
            yield break;
        }

        if (place.BedroomArea < own.BedroomArea)
        {
            yield return ($"places[{at}].bedroomArea", "Keep its size until then.");
        }

        if (place.MaxOccupants > own.MaxOccupants)
        {
            yield return ($"places[{at}].maxOccupants", "Keep the number of people until then.");
        }
    }

    private static string Promise(Place place, ILookup<Guid, Nights> promised, DateOnly today)
    {
        var nights = new Nights(promised[place.Id].Min(n => n.First), promised[place.Id].Max(n => n.LeavesOn));
        return $"{place.Name} is promised {nights.InWords(today)}.";
    }
}
