namespace DpsPortal.Property.Visits;

/// <summary>What a completed visit says of its home.</summary>
/// <param name="SeenAt">Instant, UTC, of the visit's first answer.</param>
/// <param name="MeasuredAreas">Square metres, by place.</param>
internal sealed record VisitFindings(
    VisitMode Mode, DateTime SeenAt, bool Passed, int Percent, IReadOnlyList<string> CriticalFailures,
    IReadOnlyDictionary<Guid, decimal> MeasuredAreas);
