using System.Globalization;

namespace DpsPortal.Rules.Pricing;

/// <summary>One line of a weekly price, rounded half-up to a penny by itself.</summary>
public sealed record PriceLine
{
    /// <summary>Hours and nights are kept to hundredths.</summary>
    private const int Hundredths = 100;

    private PriceLine(PriceLineKind kind, decimal quantity, long ratePence)
    {
        (Kind, Quantity, RatePence) = (kind, quantity, ratePence);
        WeeklyPence = Pence.HalfUp((Int128)(quantity * Hundredths) * ratePence, Hundredths);
    }

    public PriceLineKind Kind { get; }

    /// <summary>Hours or nights a week; 1 for accommodation.</summary>
    public decimal Quantity { get; }

    /// <summary>Pence an hour or a night; pence a week for accommodation.</summary>
    public long RatePence { get; }

    public long WeeklyPence { get; }

    /// <exception cref="RuleViolationException">The price is negative.</exception>
    public static PriceLine Accommodation(long weeklyPence) =>
        new(PriceLineKind.Accommodation, 1, Pence.NotNegative(weeklyPence, "weeklyPence"));

    /// <inheritdoc cref="Of"/>
    public static PriceLine Core(decimal hoursPerWeek, long ratePence) =>
        Of(PriceLineKind.Core, hoursPerWeek, ratePence);

    /// <inheritdoc cref="Of"/>
    public static PriceLine Additional(decimal hoursPerWeek, long ratePence) =>
        Of(PriceLineKind.Additional, hoursPerWeek, ratePence);

    /// <inheritdoc cref="Of"/>
    public static PriceLine WakingNight(decimal nightsPerWeek, long ratePence) =>
        Of(PriceLineKind.WakingNight, nightsPerWeek, ratePence);

    /// <inheritdoc cref="Of"/>
    public static PriceLine SleepIn(decimal nightsPerWeek, long ratePence) =>
        Of(PriceLineKind.SleepIn, nightsPerWeek, ratePence);

    /// <summary>A line of any kind, as it is kept; accommodation has the quantity 1.</summary>
    /// <exception cref="RuleViolationException">
    /// The quantity or the rate is negative or too large, or the quantity has more than two decimals.
    /// </exception>
    public static PriceLine Of(PriceLineKind kind, decimal quantity, long ratePence)
    {
        var field = kind is PriceLineKind.WakingNight or PriceLineKind.SleepIn ? "nightsPerWeek" : "hoursPerWeek";
        if (quantity < 0)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.NegativeAmount, "Hours and nights a week cannot be negative.", field);
        }

        if (quantity > int.MaxValue)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.AmountTooLarge, "The hours or nights a week are too many. Check them.", field);
        }

        if (quantity * Hundredths != decimal.Truncate(quantity * Hundredths))
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.TooManyDecimals,
                string.Create(CultureInfo.InvariantCulture, $"Give {quantity} with no more than two decimals."),
                field);
        }

        if (kind == PriceLineKind.Accommodation && quantity != 1)
        {
            throw new ArgumentException("Accommodation is priced by the week.", nameof(quantity));
        }

        return new PriceLine(kind, quantity, Pence.NotNegative(ratePence, "ratePence"));
    }
}
