using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.PlaceNights;

/// <summary>What is promised is kept: until it is left no place goes.</summary>
internal static class KeptPlaces
{
    /// <summary>Needs the caller's transaction: nobody is promised what is being removed.</summary>
    /// <param name="today">The London date; earlier nights bind nobody any more.</param>
    /// <exception cref="InvalidInputException">With a sentence for each place.</exception>
    public static async Task RefuseLossAsync(
        this IPropertyDbContext db, Premises.Premises home, PremisesDetails to, DateOnly today, CancellationToken ct)
    {
        var removed = home.Places.Where(own => to.Places.All(p => p.Id != own.Id)).ToList();
        if (removed.Count == 0)
        {
            return;
        }

        await db.HoldPlacesAsync(removed.Select(p => p.Id), ct);
        var promised = await db.GetPromisedAsync([.. removed.Select(p => p.Id)], today, except: null, ct);
        var errors = new List<FieldError>();
        foreach (var own in removed.Where(p => promised[p.Id].Any()))
        {
            var nights = new Nights(promised[own.Id].Min(n => n.First), promised[own.Id].Max(n => n.LeavesOn));
            errors.Add(new FieldError("places", $"{own.Name} is promised {nights.InWords(today)}. Keep it until then."));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
