using System.Text.Json.Serialization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Pricing;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

/// <summary>
/// Either lines, with nights if wanted, or a dated placement: its start, its end and the prices with the dates from
/// which they hold.
/// </summary>
internal sealed record PricingPreviewRequest
{
    public IReadOnlyList<PriceLineRequest>? Lines { get; init; }

    public int? Nights { get; init; }

    public DateOnly? Start { get; init; }

    /// <summary>The day of leaving, whose night is not charged.</summary>
    public DateOnly? End { get; init; }

    public IReadOnlyList<DatedLinesRequest>? Prices { get; init; }
}

internal sealed record DatedLinesRequest
{
    public required DateOnly From { get; init; }

    public required IReadOnlyList<PriceLineRequest> Lines { get; init; }
}

/// <summary>The kind says which of the other members there are.</summary>
internal sealed record PriceLineRequest
{
    /// <summary><c>accommodation</c>, <c>core</c>, <c>additional</c>, <c>wakingNight</c> or <c>sleepIn</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of accommodation.</summary>
    public long? WeeklyPence { get; init; }

    /// <summary>Of core and additional support, with up to two decimals.</summary>
    public decimal? HoursPerWeek { get; init; }

    /// <summary>Of waking nights and sleep-ins.</summary>
    public decimal? NightsPerWeek { get; init; }

    /// <summary>Pence an hour or a night.</summary>
    public long? RatePence { get; init; }

    /// <exception cref="InvalidInputException">A line's members are not those of its kind.</exception>
    public static IReadOnlyList<PriceLine> ToLines(IReadOnlyList<PriceLineRequest>? lines, string field) =>
        lines is null
            ? throw new InvalidInputException(field, "Give the lines of the price.")
            : [.. lines.Select((line, i) => line?.ToLine() ?? throw Malformed($"{field}[{i}]"))];

    private PriceLine? ToLine() => this switch
    {
        { Kind: "accommodation", WeeklyPence: { } weekly, HoursPerWeek: null, NightsPerWeek: null, RatePence: null } =>
            PriceLine.Accommodation(weekly),
        { Kind: "core", HoursPerWeek: { } hours, RatePence: { } rate, WeeklyPence: null, NightsPerWeek: null } =>
            PriceLine.Core(hours, rate),
        { Kind: "additional", HoursPerWeek: { } hours, RatePence: { } rate, WeeklyPence: null, NightsPerWeek: null } =>
            PriceLine.Additional(hours, rate),
        { Kind: "wakingNight", NightsPerWeek: { } count, RatePence: { } rate, WeeklyPence: null, HoursPerWeek: null } =>
            PriceLine.WakingNight(count, rate),
        { Kind: "sleepIn", NightsPerWeek: { } count, RatePence: { } rate, WeeklyPence: null, HoursPerWeek: null } =>
            PriceLine.SleepIn(count, rate),
        _ => null,
    };

    private static InvalidInputException Malformed(string field) => new(
        field,
        "Give accommodation with weeklyPence, core or additional with hoursPerWeek and ratePence, or wakingNight or "
        + "sleepIn with nightsPerWeek and ratePence.");
}

/// <summary>The figures of the shape that was asked; the other's are left out.</summary>
internal sealed record PricingPreviewAnswer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TotalWeeklyPence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FourWeeklyPence { get; init; }

    /// <summary>The weekly price × 365 / 7, in leap years too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AnnualPence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? LinePence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Nights { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PeriodPence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PriceSegmentAnswer>? Segments { get; init; }
}

/// <param name="To">The date of the next price or of leaving; its night is not in this segment.</param>
internal sealed record PriceSegmentAnswer(
    DateOnly From, DateOnly To, int Nights, long TotalWeeklyPence, long PeriodPence);
