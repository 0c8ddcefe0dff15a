using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Bids;

/// <summary>The ranges of a bid's amounts. A draft may pass them by; then that amount counts nothing in its total.</summary>
internal static class BidAmounts
{
    public static IEnumerable<FieldError> Errors(BidContent bid)
    {
        for (var i = 0; i < bid.Lines.Count; i++)
        {
            if (ErrorOf(bid.Lines[i]) is var (field, message))
            {
                yield return new FieldError($"lines[{i}].{field}", message);
            }
        }

        if (bid.SetUpPence > BidConsts.MostSetUpPence)
        {
            yield return new FieldError(
                "setUpPence", $"Enter at most {Sentences.Pounds(BidConsts.MostSetUpPence)} for setting up.");
        }
    }

    public static bool Counts(PriceLineDto line) => ErrorOf(line) is null;

    private static (string Field, string Message)? ErrorOf(PriceLineDto line)
    {
        if (line.WeeklyPence > BidConsts.MostWeeklyPence)
        {
            return ("weeklyPence", $"Enter at most {Sentences.Pounds(BidConsts.MostWeeklyPence)} a week.");
        }

        if (line.RatePence > BidConsts.MostRatePence)
        {
            return ("ratePence", $"Enter at most {Sentences.Pounds(BidConsts.MostRatePence)} an hour or a night.");
        }

        return QuantityError("hoursPerWeek", line.HoursPerWeek, BidConsts.HoursOfWeek, "hours")
            ?? QuantityError("nightsPerWeek", line.NightsPerWeek, BidConsts.NightsOfWeek, "nights");
    }

    private static (string Field, string Message)? QuantityError(string field, decimal? given, int most, string what) =>
        given switch
        {
            null => null,
            { } number when number > most => (field, $"A week has {most} {what}. Enter that or fewer."),
            { } number when number != decimal.Round(number, 2) => (field, $"Enter {what} with no more than two decimals."),
            _ => null,
        };
}
