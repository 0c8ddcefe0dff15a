namespace DpsPortal.Rules.Accommodation;

/// <summary>
/// Whether a place is free for a stay: a bedroom is one young person's, whatever its size. Source: SI 2023/416, reg. 6
/// (a private bedroom); domain §2.5 C (one person per room) and §4.7 (capacity not exceeded).
/// </summary>
public static class PlaceVacancy
{
    /// <returns>
    /// From the first night in the way to the day from which the place is free for the rest of the stay; null when
    /// nothing is in the way.
    /// </returns>
    public static Nights? InTheWay(Nights stay, IEnumerable<Nights> promised)
    {
        var inTheWay = promised.Where(stay.Overlaps).ToList();
        return inTheWay.Count == 0 ? null : new Nights(inTheWay.Min(n => n.First), inTheWay.Max(n => n.LeavesOn));
    }
}
