using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>What bidders are told they will be judged by; frozen at publication.</summary>
/// <param name="PriceWeight">Per cent of 100.</param>
/// <param name="CeilingWeeklyPence">The published upper limit of a week's price; null for none.</param>
/// <param name="Deadline">Instant, UTC.</param>
internal sealed record CallOffTerms(
    IReadOnlyList<CriterionDto> Criteria, decimal PriceWeight, long? CeilingWeeklyPence, DateTime Deadline)
{
    private const decimal AllWeights = 100;

    /// <summary>Beyond them a year is a slip of the pen; how long bidding may last is decided at publication.</summary>
    private const int EarliestYear = 2020;
    private const int LatestYear = 2100;

    /// <summary>What differs, in words: for the History and for whoever reads a draft again.</summary>
    public IReadOnlyList<DraftChangeDto> ChangesFrom(CallOffTerms before)
    {
        var kept = Criteria.Join(before.Criteria, now => now.Id, was => was.Id, (now, was) => (Now: now, Was: was)).ToList();
        var changes = new (string Part, bool Changed, Func<CallOffTerms, string> InWords)[]
        {
            ("Deadline", Deadline != before.Deadline, t => Sentences.London(t.Deadline)),
            ("Criteria", !Criteria.Select(c => c.Id).SequenceEqual(before.Criteria.Select(c => c.Id)),
                t => string.Join(", ", t.Criteria.Select(c => c.Name))),
            ("Weights", PriceWeight != before.PriceWeight || kept.Any(c => c.Now.Weight != c.Was.Weight),
                t => t.Weights),
            ("Minimum scores", kept.Any(c => c.Now.MinimumScore != c.Was.MinimumScore), t => t.MinimumScores),
            ("How a tie is decided", Suitability?.Id != before.Suitability?.Id,
                t => t.Suitability is { } first ? $"{first.Name} first" : "no criterion first"),
            ("Price limit", CeilingWeeklyPence != before.CeilingWeeklyPence,
                t => t.CeilingWeeklyPence is { } pence ? $"{Sentences.Pounds(pence)} a week" : "no limit"),
        };
        return
        [
            .. changes.Where(c => c.Changed)
                .Select(c => new DraftChangeDto(c.Part, c.InWords(before), c.InWords(this))),
        ];
    }

    private CriterionDto? Suitability => Criteria.FirstOrDefault(c => c.Suitability);

    /// <summary>All of them, as changing one changes another: together they make 100.</summary>
    private string Weights => string.Join(
        ", ",
        Criteria.Select(c => $"{c.Name} {Sentences.Weight(c.Weight)}").Prepend($"Price {Sentences.Weight(PriceWeight)}"));

    private string MinimumScores => Criteria.Any(c => c.MinimumScore is not null)
        ? string.Join(", ", Criteria.Where(c => c.MinimumScore is not null).Select(c => $"{c.Name} {c.MinimumScore}"))
        : "none";

    /// <exception cref="InvalidInputException">Ids repeat, or there are two suitability criteria.</exception>
    /// <exception cref="BusinessException">The weights do not make exactly 100.</exception>
    public CallOffTerms Checked()
    {
        var errors = new List<FieldError>();
        if (Criteria.DistinctBy(c => c.Id, StringComparer.OrdinalIgnoreCase).Count() != Criteria.Count)
        {
            errors.Add(new FieldError("criteria", "Give each criterion an id of its own."));
        }

        if (Criteria.Count(c => c.Suitability) > 1)
        {
            errors.Add(new FieldError("criteria", "Mark one criterion at most as the suitability criterion."));
        }

        for (var i = 0; i < Criteria.Count; i++)
        {
            if (CriterionCatalogue.Names.GetValueOrDefault(Criteria[i].Id) != Criteria[i].Name)
            {
                errors.Add(new FieldError($"criteria[{i}].name", "Choose a criterion from the list."));
            }

            if (Criteria[i].Weight != decimal.Round(Criteria[i].Weight, 2) || Criteria[i].Weight <= 0)
            {
                errors.Add(new FieldError(
                    $"criteria[{i}].weight", "Enter a weight above nought with no more than two decimals."));
            }
        }

        if (Deadline.Year is < EarliestYear or > LatestYear)
        {
            errors.Add(new FieldError("deadline", "Enter the day and time at which bidding ends."));
        }

        if (PriceWeight != decimal.Round(PriceWeight, 2))
        {
            errors.Add(new FieldError("priceWeight", "Enter a weight with no more than two decimals."));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        var total = PriceWeight + Criteria.Sum(c => c.Weight);
        return total == AllWeights
            ? this
            : throw new BusinessException(TenderingErrorCodes.WeightsMustTotal100)
                .WithData("total", Sentences.Weight(total));
    }
}
