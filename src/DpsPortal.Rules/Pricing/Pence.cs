namespace DpsPortal.Rules.Pricing;

/// <summary>Whole pence, rounded half-up once from an exact fraction.</summary>
internal static class Pence
{
    /// <param name="numerator">Not negative.</param>
    /// <exception cref="RuleViolationException">The amount is too large to keep.</exception>
    public static long HalfUp(Int128 numerator, int denominator) =>
        Kept(((2 * numerator) + denominator) / (2 * denominator));

    /// <inheritdoc cref="HalfUp"/>
    public static long Kept(Int128 pence) =>
        pence <= long.MaxValue
            ? (long)pence
            : throw new RuleViolationException(
                RulesErrorCodes.Pricing.AmountTooLarge, "The amount is too large. Check the prices.");

    /// <exception cref="RuleViolationException">The amount is negative.</exception>
    public static long NotNegative(long pence, string field) =>
        pence >= 0
            ? pence
            : throw new RuleViolationException(
                RulesErrorCodes.Pricing.NegativeAmount, "Give a price of nought pence or more.", field);
}
