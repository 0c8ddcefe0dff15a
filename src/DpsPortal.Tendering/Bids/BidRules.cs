using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Bids;

/// <summary>What a bid must hold to. A draft holds to its shape only; what is submitted holds to all.</summary>
internal static class BidRules
{
    /// <summary>How long after the last day to move in a place may come free and still be worth an officer's look.</summary>
    private const int DaysAfterMoveIn = 28;

    /// <summary>What no form sends and no draft may hold: it would have two meanings.</summary>
    /// <exception cref="InvalidInputException">With a message for each field that is wrong.</exception>
    public static void CheckShape(BidContent bid, CallOff callOff)
    {
        List<FieldError> errors = [.. RepeatedLines(bid), .. StrayFieldErrors(bid), .. CriterionErrors(bid, callOff)];
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    /// <summary>What is filled in and keeps the bid from being submitted, each at its field.</summary>
    /// <param name="rates">The provider's rate card in the lot; null when it gave none.</param>
    /// <param name="homes">The provider's own premises.</param>
    public static IReadOnlyList<FieldError> Problems(
        BidContent bid, BidPricing pricing, CallOff callOff, LotRateDto? rates, IReadOnlyList<PremisesSummary> homes)
    {
        List<FieldError> errors =
        [
            .. PremisesErrors(bid, callOff, homes), .. DateErrors(bid, callOff), .. BidAmounts.Errors(bid),
            .. CardErrors(bid, rates), .. SupportAsked.Errors(bid, callOff.Needs!), .. LengthErrors(bid),
        ];
        if (rates is not null && bid.SetUpPence > rates.SetUpPence)
        {
            errors.Add(AboveCard("setUpPence", rates.SetUpPence, "for setting up"));
        }

        if (callOff.CeilingWeeklyPence is { } ceiling && pricing.TotalWeeklyPence > ceiling)
        {
            errors.Add(new FieldError(
                "lines",
                $"The price is {Sentences.Pounds(pricing.TotalWeeklyPence - ceiling)} above the published limit of "
                + $"{Sentences.Pounds(ceiling)} a week. Lower it."));
        }

        return errors;
    }

    /// <summary>What is still needed before the bid can be submitted.</summary>
    public static IReadOnlyList<MissingDto> Missing(BidContent bid, CallOff callOff)
    {
        var missing = new List<MissingDto>();
        void Need(bool given, string field, string message)
        {
            if (!given)
            {
                missing.Add(new MissingDto(field, message));
            }
        }

        Need(bid.PremisesId is not null, "premisesId", "Choose which room you offer.");

        // One after the other: there is no place to choose before the home, and a form may have one field for both.
        Need(bid.PremisesId is null || bid.PlaceId is not null, "placeId", "Choose which room of the home you offer.");
        Need(bid.AvailableFrom is not null, "availableFrom", "Enter the day from which the room is free.");
        Need(
            bid.Lines.Any(l => l.Kind == PriceLineKind.Accommodation && l.WeeklyPence > 0),
            "lines", "Enter the weekly price of the accommodation.");
        for (var i = 0; i < bid.Lines.Count; i++)
        {
            var (line, at) = (bid.Lines[i], string.Create(CultureInfo.InvariantCulture, $"lines[{i}]"));
            if (line.Kind == PriceLineKind.Accommodation)
            {
                continue;
            }

            if (IsByNight(line))
            {
                Need(line.NightsPerWeek is not null, $"{at}.nightsPerWeek", "Enter how many nights a week.");
                Need(line.RatePence is not null, $"{at}.ratePence", "Enter the price of a night.");
            }
            else
            {
                Need(line.HoursPerWeek is not null, $"{at}.hoursPerWeek", "Enter how many hours a week.");
                Need(line.RatePence is not null, $"{at}.ratePence", "Enter the price of an hour.");
            }
        }

        missing.AddRange(SupportAsked.Unpriced(bid, callOff.Needs!));
        foreach (var criterion in callOff.Criteria)
        {
            Need(
                bid.Answers.Any(a => a.CriterionId == criterion.Id && !string.IsNullOrWhiteSpace(a.Text)),
                $"answers.{criterion.Id}", $"Answer “{criterion.Name}”.");
        }

        Need(bid.NoCollusion, "noCollusion", "Confirm that you set this price alone and shared it with no other bidder.");
        Need(
            bid.NoConflict, "noConflict",
            "Confirm that no one here has a personal or money link with the council’s team.");
        return missing;
    }

    private static IEnumerable<FieldError> PremisesErrors(
        BidContent bid, CallOff callOff, IReadOnlyList<PremisesSummary> homes)
    {
        var home = homes.SingleOrDefault(h => h.Id == bid.PremisesId);
        if (bid.PremisesId is not null && home is null)
        {
            yield return new FieldError("premisesId", "Choose one of your own homes.");
        }
        else if (home is not null && home.Category != callOff.Category)
        {
            yield return new FieldError(
                "premisesId", "This home is another kind of accommodation than is sought. Choose another home.");
        }

        if (bid.PlaceId is not null && home?.Places.All(p => p.Id != bid.PlaceId) == true)
        {
            yield return new FieldError("placeId", "Choose a room in the home you chose.");
        }
    }

    private static IEnumerable<FieldError> DateErrors(BidContent bid, CallOff callOff)
    {
        var needs = callOff.Needs!;
        var latest = needs.MoveInBy.AddDays(DaysAfterMoveIn);
        if (bid.AvailableFrom > latest)
        {
            yield return new FieldError(
                "availableFrom",
                $"The last day to move in is {Sentences.Day(needs.MoveInBy)}. A room that is free after "
                + $"{Sentences.Day(latest)} cannot be offered.");
        }
        else if (callOff.PublishedAt is { } published && bid.AvailableFrom < LondonTime.DateOf(published))
        {
            // Not before today: a draft of yesterday is still true, and must not fail in the last minute.
            yield return new FieldError(
                "availableFrom", "This day is past. If the room is free already, enter today’s date.");
        }
    }

    /// <summary>A quantity in a field that its kind does not read would cost nothing here and something elsewhere.</summary>
    private static IEnumerable<FieldError> StrayFieldErrors(BidContent bid)
    {
        for (var i = 0; i < bid.Lines.Count; i++)
        {
            var line = bid.Lines[i];
            var isAccommodation = line.Kind == PriceLineKind.Accommodation;
            foreach (var (field, isGiven, counts) in new[]
            {
                ("weeklyPence", line.WeeklyPence is not null, isAccommodation),
                ("ratePence", line.RatePence is not null, !isAccommodation),
                ("hoursPerWeek", line.HoursPerWeek is not null, !isAccommodation && !IsByNight(line)),
                ("nightsPerWeek", line.NightsPerWeek is not null, IsByNight(line)),
            })
            {
                if (isGiven && !counts)
                {
                    yield return new FieldError($"lines[{i}].{field}", "Leave this empty for this kind of price.");
                }
            }
        }
    }

    private static bool IsByNight(PriceLineDto line) =>
        line.Kind is PriceLineKind.WakingNight or PriceLineKind.SleepIn;

    /// <summary>A second line of a kind would pass the card by.</summary>
    private static IEnumerable<FieldError> RepeatedLines(BidContent bid)
    {
        var seen = new HashSet<PriceLineKind>();
        for (var i = 0; i < bid.Lines.Count; i++)
        {
            if (!seen.Add(bid.Lines[i].Kind))
            {
                yield return new FieldError($"lines[{i}].kind", "Enter each kind of price once.");
            }
        }
    }

    private static IEnumerable<FieldError> CardErrors(BidContent bid, LotRateDto? rates)
    {
        for (var i = 0; i < bid.Lines.Count; i++)
        {
            var line = bid.Lines[i];
            var isAccommodation = line.Kind == PriceLineKind.Accommodation;
            var field = $"lines[{i}].{(isAccommodation ? "weeklyPence" : "ratePence")}";
            var (given, most, what) = line.Kind switch
            {
                PriceLineKind.Accommodation => (line.WeeklyPence, rates?.AccommodationWeeklyPence, "a week"),
                PriceLineKind.Core => (line.RatePence, rates?.CoreHourPence, "an hour"),
                PriceLineKind.Additional => (line.RatePence, rates?.AdditionalHourPence, "an hour"),
                PriceLineKind.WakingNight => (line.RatePence, rates?.WakingNightPence, "a night"),
                _ => (line.RatePence, rates?.SleepInPence, "a night"),
            };
            if (given > most)
            {
                yield return AboveCard(field, most.Value, what);
            }
        }
    }

    private static IEnumerable<FieldError> CriterionErrors(BidContent bid, CallOff callOff)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < bid.Answers.Count; i++)
        {
            if (callOff.Criteria.All(c => c.Id != bid.Answers[i].CriterionId) || !seen.Add(bid.Answers[i].CriterionId))
            {
                yield return new FieldError($"answers[{i}].criterionId", "Answer each published criterion once.");
            }
        }
    }

    private static IEnumerable<FieldError> LengthErrors(BidContent bid)
    {
        foreach (var answer in bid.Answers)
        {
            var over = answer.Text.Length - BidConsts.LongestAnswer;
            if (over > 0)
            {
                yield return new FieldError(
                    $"answers.{answer.CriterionId}", $"Shorten this answer by {Counted.Of(over, "character")}. Nothing is cut.");
            }
        }
    }

    private static FieldError AboveCard(string field, long most, string what) =>
        new(field, $"Your rate card allows {Sentences.Pounds(most)} {what} at most. Lower the price.");
}
