namespace DpsPortal.Rules.Pricing;

/// <summary>A weekly price in pence, holding from its date until the next one's.</summary>
public sealed record DatedPrice(DateOnly From, long WeeklyPence);

/// <summary>
/// A run of nights of one placement at one price: from <paramref name="From"/> up to but not including
/// <paramref name="To"/>.
/// </summary>
public sealed record PriceSegment(DateOnly From, DateOnly To, long WeeklyPence)
{
    public int Nights => To.DayNumber - From.DayNumber;

    public long PeriodPence => NightlyCharge.Of(WeeklyPence, Nights);
}

/// <summary>The part of a segment that falls in a report's period; <paramref name="To"/> is not included.</summary>
/// <param name="CumulativePence">The placement's cost from its start up to <paramref name="To"/>.</param>
public sealed record SegmentSlice(
    PriceSegment Segment, DateOnly From, DateOnly To, long PeriodPence, long CumulativePence)
{
    public int Nights => To.DayNumber - From.DayNumber;
}
