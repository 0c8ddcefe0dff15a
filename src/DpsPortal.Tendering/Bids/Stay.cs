using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Bids;

/// <summary>The stay that an award would be for.</summary>
internal static class Stay
{
    /// <param name="availableFrom">The day from which the bid has the place free; null where no bid says.</param>
    /// <param name="today">The London date; nobody moves in before the award.</param>
    public static Nights NightsOf(NeedsProfileDto needs, DateOnly? availableFrom, DateOnly today)
    {
        var first = new[] { needs.MoveInFrom, availableFrom ?? today, today }.Max();

        // A draft may hold any day, the last of the calendar too.
        var leaves = Math.Min(first.DayNumber + (7 * needs.ExpectedWeeks), DateOnly.MaxValue.DayNumber);
        return new Nights(first, DateOnly.FromDayNumber(leaves));
    }

    /// <summary>What of the place is promised to others in those nights, in words; null when it is free.</summary>
    public static string? Promised(Nights stay, Guid placeId, ILookup<Guid, Nights> promised) =>
        PlaceVacancy.InTheWay(stay, promised[placeId])?.InWords(stay.First);
}
