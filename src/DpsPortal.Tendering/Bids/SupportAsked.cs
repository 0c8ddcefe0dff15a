using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// The support that a need asks for, and whether a bid prices all of it: a price for less is another thing's price, and
/// cannot be compared. Support that the weekly price includes is entered with its hours at £0. Source: domain §4.3, §4.4.
/// </summary>
internal static class SupportAsked
{
    /// <summary>Cover at night is asked for every night.</summary>
    private const decimal EveryNight = BidConsts.NightsOfWeek;

    /// <param name="Kinds">These lines give it, together where there are several; the first is what was asked for.</param>
    /// <param name="Quantity">Hours or nights a week, at least.</param>
    private sealed record Support(IReadOnlyList<PriceLineKind> Kinds, decimal Quantity, string Words)
    {
        public List<PriceLineDto> In(BidContent bid) =>
            [.. bid.Lines.Where(l => Kinds.Contains(l.Kind)).OrderBy(l => l.Kind != Kinds[0])];
    }

    /// <summary>What has no line at all, at the kind of line that is lacking.</summary>
    public static IEnumerable<MissingDto> Unpriced(BidContent bid, NeedsProfileDto needs) =>
        from support in By(needs)
        where support.In(bid).Count == 0
        select new MissingDto($"lines.{support.Kinds[0]}", $"The need asks for {support.Words}. Add it to the price.");

    /// <summary>Lines with less than was asked for.</summary>
    public static IEnumerable<FieldError> Errors(BidContent bid, NeedsProfileDto needs)
    {
        foreach (var support in By(needs))
        {
            var lines = support.In(bid);
            var given = lines.Select(QuantityOf).ToList();
            if (given.Count == 0 || given.Contains(null) || given.Sum() >= support.Quantity)
            {
                continue;
            }

            var line = lines[0];
            var index = bid.Lines.ToList().IndexOf(line);
            var field = line.Kind is PriceLineKind.WakingNight or PriceLineKind.SleepIn ? "nightsPerWeek" : "hoursPerWeek";
            yield return new FieldError(
                string.Create(CultureInfo.InvariantCulture, $"lines[{index}].{field}"),
                $"The need asks for {support.Words}. Enter {Figure(support.Quantity)} or more"
                + (lines.Count > 1 ? " in all." : "."));
        }
    }

    private static IEnumerable<Support> By(NeedsProfileDto needs)
    {
        if (needs.CoreHoursPerWeek is > 0 and var core)
        {
            yield return new Support([PriceLineKind.Core], core, $"{Hours(core)} of core support a week");
        }

        if (needs.AdditionalHoursPerWeek is > 0 and var additional)
        {
            yield return new Support(
                [PriceLineKind.Additional], additional, $"{Hours(additional)} of one-to-one support a week");
        }

        if (needs.NightCover == NightCover.WakingNight)
        {
            yield return new Support([PriceLineKind.WakingNight], EveryNight, "a waking night every night");
        }
        else if (needs.NightCover == NightCover.SleepIn)
        {
            yield return new Support(
                [PriceLineKind.SleepIn, PriceLineKind.WakingNight], EveryNight, "a sleep-in every night");
        }
    }

    private static decimal? QuantityOf(PriceLineDto line) => line.NightsPerWeek ?? line.HoursPerWeek;

    private static string Hours(decimal hours) => hours == 1 ? "1 hour" : $"{Figure(hours)} hours";

    private static string Figure(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);
}
