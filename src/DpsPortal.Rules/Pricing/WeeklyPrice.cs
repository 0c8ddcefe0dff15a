namespace DpsPortal.Rules.Pricing;

/// <summary>What a placement costs a week, and what follows from that. The server's figure is the only one.</summary>
public sealed class WeeklyPrice
{
    private readonly IReadOnlyList<PriceLine> lines;

    private WeeklyPrice(IReadOnlyList<PriceLine> lines)
    {
        this.lines = lines;
        LinePence = [.. lines.Select(line => line.WeeklyPence)];
        TotalWeeklyPence = Sum(lines);
        FourWeeklyPence = Pence.Kept((Int128)TotalWeeklyPence * 4);
        AnnualPence = Pence.HalfUp((Int128)TotalWeeklyPence * 365, 7);
    }

    public long TotalWeeklyPence { get; }

    public long FourWeeklyPence { get; }

    /// <summary>The weekly price × 365 / 7, in leap years too.</summary>
    public long AnnualPence { get; }

    /// <summary>The lines' weekly pence, in the order the lines were given.</summary>
    public IReadOnlyList<long> LinePence { get; }

    /// <summary>Adds lines that were each rounded to a penny.</summary>
    /// <exception cref="RuleViolationException">The sum, or a figure from it, is too large to keep.</exception>
    public static WeeklyPrice Of(IEnumerable<PriceLine> lines) => new([.. lines]);

    /// <summary>The weekly pence of the lines of some kinds, for a report's columns.</summary>
    public long WeeklyPenceOf(params ReadOnlySpan<PriceLineKind> kinds)
    {
        var sum = 0L;
        foreach (var line in lines)
        {
            sum += kinds.Contains(line.Kind) ? line.WeeklyPence : 0;
        }

        return sum;
    }

    private static long Sum(IReadOnlyList<PriceLine> lines) =>
        Pence.Kept(lines.Aggregate(Int128.Zero, (sum, line) => sum + line.WeeklyPence));
}
