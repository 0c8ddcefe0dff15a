using System.Globalization;

namespace DpsPortal.Rules.Pricing;

/// <summary>
/// A dated placement's cost: each calendar night from its start up to but not including its end, at the price that
/// holds that night. Each stretch is rounded, then added.
/// </summary>
public sealed class PlacementCharge
{
    private PlacementCharge(IReadOnlyList<PriceSegment> segments)
    {
        Segments = segments;
        Nights = segments.Sum(segment => segment.Nights);
        PeriodPence = Pence.Kept(segments.Aggregate(Int128.Zero, (sum, segment) => sum + segment.PeriodPence));
    }

    public IReadOnlyList<PriceSegment> Segments { get; }

    public int Nights { get; }

    public long PeriodPence { get; }

    /// <param name="end">The day of leaving, whose night is not charged.</param>
    /// <param name="prices">In any order; those that begin on or after the end hold no night.</param>
    /// <exception cref="RuleViolationException">
    /// The end is before the start, two prices begin on one date, one is negative, or none holds on the first night.
    /// </exception>
    public static PlacementCharge Of(DateOnly start, DateOnly end, IEnumerable<DatedPrice> prices)
    {
        var inOrder = InOrder(prices);
        if (end < start)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.EndBeforeStart, "Give an end that is not before the start.", "end");
        }

        if (end > start && (inOrder.Count == 0 || inOrder[0].From > start))
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.NoPriceOnFirstNight,
                string.Create(CultureInfo.InvariantCulture, $"Give a price that holds on {start:yyyy-MM-dd}."),
                "prices");
        }

        return new PlacementCharge([.. SegmentsOf(start, end, inOrder)]);
    }

    /// <summary>
    /// The parts of the segments from <paramref name="from"/> up to but not including <paramref name="to"/>, in order.
    /// Over periods that join they add up to <see cref="PeriodPence"/>.
    /// </summary>
    public IReadOnlyList<SegmentSlice> Slices(DateOnly from, DateOnly to)
    {
        var slices = new List<SegmentSlice>();
        var before = 0L;
        foreach (var segment in Segments)
        {
            var (first, last) = (Later(segment.From, from), Earlier(segment.To, to));
            if (first < last)
            {
                var start = segment.From.DayNumber;
                var (n1, n2) = (first.DayNumber - start, last.DayNumber - start);
                slices.Add(new SegmentSlice(
                    segment,
                    first,
                    last,
                    NightlyCharge.Slice(segment.WeeklyPence, n1, n2),
                    before + NightlyCharge.Of(segment.WeeklyPence, n2)));
            }

            before += segment.PeriodPence;
        }

        return slices;
    }

    private static List<DatedPrice> InOrder(IEnumerable<DatedPrice> prices)
    {
        var inOrder = prices.OrderBy(price => price.From).ToList();
        foreach (var price in inOrder)
        {
            Pence.NotNegative(price.WeeklyPence, "prices");
        }

        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (earlier.From == later.From)
            {
                throw new RuleViolationException(
                    RulesErrorCodes.Pricing.TwoPricesFromOneDate,
                    string.Create(CultureInfo.InvariantCulture, $"Give one price from {later.From:yyyy-MM-dd}."),
                    "prices");
            }
        }

        return inOrder;
    }

    private static IEnumerable<PriceSegment> SegmentsOf(DateOnly start, DateOnly end, List<DatedPrice> inOrder)
    {
        for (var i = 0; i < inOrder.Count; i++)
        {
            var from = Later(inOrder[i].From, start);
            var to = i + 1 < inOrder.Count ? Earlier(inOrder[i + 1].From, end) : end;
            if (from < to)
            {
                yield return new PriceSegment(from, to, inOrder[i].WeeklyPence);
            }
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
