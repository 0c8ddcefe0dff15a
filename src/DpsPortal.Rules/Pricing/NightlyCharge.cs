namespace DpsPortal.Rules.Pricing;

/// <summary>What calendar nights cost at a weekly price.</summary>
public static class NightlyCharge
{
    /// <summary>The weekly price × nights / 7, rounded half-up once.</summary>
    /// <exception cref="RuleViolationException">The nights or the price are negative, or too large.</exception>
    public static long Of(long weeklyPence, int nights) =>
        nights >= 0
            ? Pence.HalfUp((Int128)Pence.NotNegative(weeklyPence, "weeklyPence") * nights, 7)
            : throw new RuleViolationException(
                RulesErrorCodes.Pricing.NegativeNights, "Give nought nights or more.", "nights");

    /// <summary>
    /// A part of a stretch, as a report's period cuts it out: from <paramref name="firstNights"/> to
    /// <paramref name="lastNights"/> nights after the stretch's start. Parts add up to the stretch, to the penny.
    /// </summary>
    /// <exception cref="RuleViolationException">The nights are negative or the slice ends before it starts.</exception>
    public static long Slice(long weeklyPence, int firstNights, int lastNights) =>
        lastNights >= firstNights
            ? Of(weeklyPence, lastNights) - Of(weeklyPence, firstNights)
            : throw new RuleViolationException(
                RulesErrorCodes.Pricing.EndBeforeStart, "A part of a stretch cannot end before it starts.");
}
