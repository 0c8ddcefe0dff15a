namespace DpsPortal.Property.Visits;

/// <param name="Percent">Rounded down, so that what is shown as 80 has passed.</param>
internal sealed record VisitScore(int Percent, bool Passed, IReadOnlyList<string> CriticalFailures)
{
    /// <summary>In per cent. Any critical failure fails the visit whatever the score.</summary>
    public const int PassMark = 80;

    private const int Full = 2;

    /// <summary>A pass counts two points, an advisory one, a fail none; what does not apply is left out.</summary>
    public static VisitScore Of(IReadOnlyList<(VisitItem Item, VisitItemResult Result)> results)
    {
        var counted = results.Where(r => r.Result != VisitItemResult.NotApplicable).ToList();
        var points = counted.Sum(r => r.Result switch
        {
            VisitItemResult.Pass => Full,
            VisitItemResult.Advisory => 1,
            _ => 0,
        });
        var percent = counted.Count == 0 ? 0 : points * 100 / (counted.Count * Full);
        var critical = counted
            .Where(r => r is { Result: VisitItemResult.Fail, Item.Criticality: Criticality.Critical })
            .Select(r => r.Item.Title)
            .ToList();
        return new VisitScore(percent, percent >= PassMark && critical.Count == 0, critical);
    }
}
