namespace DpsPortal.Rules.Accommodation;

/// <summary>Nights in which one of the people a place is for is awaited or there.</summary>
/// <param name="Slot">From 1 to the number of people the place is for.</param>
public sealed record PromisedSlot(int Slot, Nights Nights);

/// <summary>
/// Whether a place is free for a stay. Nobody changes slots on the way: two half-free slots are not a free one.
/// Source: domain §4.7, capacity not exceeded.
/// </summary>
public static class PlaceVacancy
{
    /// <summary>
    /// A place is for two people at most. Whoever is to be alone is promised both slots, also of a place for one: it may
    /// become one for two.
    /// </summary>
    public const int MostSlots = 2;

    /// <param name="alone">Nobody else may have the place meanwhile: the stay takes every slot.</param>
    /// <param name="slots">How many people the place is for.</param>
    /// <returns>The slots that the stay takes; none when the place is not free for it.</returns>
    public static IReadOnlyList<int> SlotsFor(
        Nights stay, bool alone, int slots, IReadOnlyCollection<PromisedSlot> promised)
    {
        var wanted = alone ? MostSlots : slots;
        var free = Enumerable.Range(1, wanted)
            .Where(slot => !promised.Any(p => p.Slot == slot && p.Nights.Overlaps(stay))).ToList();
        return alone ? (free.Count == wanted ? free : []) : [.. free.Take(1)];
    }

    /// <returns>
    /// From the first night in the way to the day from which the place is free for the rest of the stay; null when
    /// nothing is in the way.
    /// </returns>
    public static Nights? InTheWay(Nights stay, bool alone, int slots, IReadOnlyCollection<PromisedSlot> promised)
    {
        if (SlotsFor(stay, alone, slots, promised).Count > 0)
        {
            return null;
        }

        var inTheWay = promised.Where(p => p.Nights.Overlaps(stay)).ToList();
        return alone
            ? Together(inTheWay)
            : inTheWay.GroupBy(p => p.Slot).Select(Together).MinBy(nights => nights.LeavesOn);
    }

    private static Nights Together(IEnumerable<PromisedSlot> promised) =>
        new(promised.Min(p => p.Nights.First), promised.Max(p => p.Nights.LeavesOn));
}
