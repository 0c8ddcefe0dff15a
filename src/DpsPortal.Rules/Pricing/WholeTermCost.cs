using System.Globalization;

namespace DpsPortal.Rules.Pricing;

/// <summary>What bids are compared on: the weekly price over the weeks expected, and the set-up.</summary>
public static class WholeTermCost
{
    public const int FewestWeeks = 1;

    public const int MostWeeks = 260;

    /// <returns>Pence.</returns>
    /// <exception cref="RuleViolationException">Weeks out of range, or an amount negative or too large.</exception>
    public static long Of(long weeklyPence, int weeks, long setUpPence)
    {
        if (weeks is < FewestWeeks or > MostWeeks)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Pricing.WeeksOutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"Give from {FewestWeeks} to {MostWeeks} weeks."),
                "weeks");
        }

        var weekly = Pence.NotNegative(weeklyPence, "weeklyPence");
        return Pence.Kept(((Int128)weekly * weeks) + Pence.NotNegative(setUpPence, "setUpPence"));
    }
}
