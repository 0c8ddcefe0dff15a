namespace DpsPortal.Rules.Standards;

/// <param name="Authority">The authority that gave it, by name.</param>
/// <param name="GivenOn">A London date.</param>
public sealed record PlacerReference(string Authority, DateOnly GivenOn);

/// <summary>
/// A setting that is new to an authority needs references from two other authorities that have placed with its
/// provider, none older than 12 months. Source: domain fact 23 and §3, after the founding report of Brent.
/// </summary>
public static class TwoReferences
{
    public const int Needed = 2;

    /// <summary>The last day on which it is not older than 12 months.</summary>
    public static DateOnly LastDay(DateOnly givenOn) => givenOn.AddMonths(12);

    /// <summary>
    /// The latest of each authority that is in date, the latest first. What the buying authority said itself, and
    /// anything dated after today, counts for nothing.
    /// </summary>
    /// <param name="buyer">The authority that wants to use the setting; null where no authority buys yet.</param>
    public static IReadOnlyList<PlacerReference> Counting(
        IEnumerable<PlacerReference> references, string? buyer, DateOnly today)
    {
        var own = buyer is null ? null : AuthorityNames.KeyOf(buyer);
        return
        [
            .. references.Where(r => r.GivenOn <= today && today <= LastDay(r.GivenOn))
                .GroupBy(r => AuthorityNames.KeyOf(r.Authority))
                .Where(authority => authority.Key != own)
                .Select(authority => authority.MaxBy(r => r.GivenOn)!)
                .OrderByDescending(r => r.GivenOn).ThenBy(r => r.Authority, StringComparer.Ordinal),
        ];
    }

    public static bool AreEnough(IEnumerable<PlacerReference> references, string? buyer, DateOnly today) =>
        Counting(references, buyer, today).Count >= Needed;
}
