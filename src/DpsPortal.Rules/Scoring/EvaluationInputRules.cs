using System.Globalization;

namespace DpsPortal.Rules.Scoring;

/// <summary>What an evaluation refuses to begin with.</summary>
internal static class EvaluationInputRules
{
    private const decimal AllWeights = 100;

    /// <exception cref="RuleViolationException">A rule is broken; the first found is reported.</exception>
    public static void Check(EvaluationInput input)
    {
        if (!Enum.IsDefined(input.PriceModel))
        {
            throw Broken(RulesErrorCodes.Scoring.UnknownPriceModel, "Choose a known price model.", "priceModel");
        }

        CheckCriteria(input);
        CheckWeights(input);
        CheckPriceModel(input);
        CheckBids(input);
    }

    private static void CheckCriteria(EvaluationInput input)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var criterion in input.Criteria)
        {
            if (string.IsNullOrWhiteSpace(criterion.Id))
            {
                throw Broken(RulesErrorCodes.Scoring.IdMissing, "Give each criterion an id.", "criteria");
            }

            if (!seen.Add(criterion.Id))
            {
                throw Broken(
                    RulesErrorCodes.Scoring.CriterionRepeated, $"Give the criterion {criterion.Id} once.", "criteria");
            }

            if (criterion.MinimumScore is < 0 or > Evaluation.HighestScore)
            {
                throw Broken(
                    RulesErrorCodes.Scoring.MinimumScoreOutOfRange,
                    $"Give a minimum score for {criterion.Id} from 0 to 5.",
                    "criteria");
            }
        }

        if (input.SuitabilityCriterionId is { } suitability && !seen.Contains(suitability))
        {
            throw Broken(
                RulesErrorCodes.Scoring.UnknownCriterion,
                $"{suitability} is not one of the criteria. Name one that is.",
                "suitabilityCriterionId");
        }
    }

    private static void CheckWeights(EvaluationInput input)
    {
        if (input.PriceWeight < 0 || input.Criteria.Any(criterion => criterion.Weight < 0))
        {
            throw Broken(RulesErrorCodes.Scoring.NegativeWeight, "Give weights of nought or more.", "criteria");
        }

        // Added as fractions: decimals of many digits would round on the way.
        var sum = input.Criteria.Aggregate((Rational)input.PriceWeight, (total, criterion) => total + criterion.Weight);
        if (sum.CompareTo(AllWeights) != 0)
        {
            throw Broken(
                RulesErrorCodes.Scoring.WeightsNotOneHundred,
                "The criteria’s weights and the price weight must make exactly 100. Change them.",
                "criteria");
        }
    }

    private static void CheckPriceModel(EvaluationInput input)
    {
        if (input.PriceModel == PriceModel.FixedPrice && input.PriceWeight != 0)
        {
            throw Broken(
                RulesErrorCodes.Scoring.FixedPriceCarriesNoWeight,
                "A fixed price carries no weight: put all 100 on the criteria.",
                "priceWeight");
        }

        if (input.PriceModel == PriceModel.Ceiling && input.CeilingPence is null or <= 0)
        {
            throw Broken(
                RulesErrorCodes.Scoring.CeilingMissing,
                "The ceiling model needs a ceiling of more than nought pence.",
                "ceilingPence");
        }
    }

    private static void CheckBids(EvaluationInput input)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bid in input.Bids)
        {
            if (string.IsNullOrWhiteSpace(bid.Id))
            {
                throw Broken(RulesErrorCodes.Scoring.IdMissing, "Give each bid an id.", "bids");
            }

            if (!seen.Add(bid.Id))
            {
                throw Broken(RulesErrorCodes.Scoring.BidRepeated, $"Give the bid {bid.Id} once.", "bids");
            }

            if (bid.TotalCostPence < 0)
            {
                throw Broken(
                    RulesErrorCodes.Scoring.NegativeCost, $"Give the bid {bid.Id} a cost of nought or more.", "bids");
            }

            CheckScores(input, bid);
        }
    }

    private static void CheckScores(EvaluationInput input, EvaluationBid bid)
    {
        foreach (var criterion in input.Criteria)
        {
            if (!bid.Scores.TryGetValue(criterion.Id, out var score))
            {
                throw Broken(
                    RulesErrorCodes.Scoring.ScoreMissing, $"Score the bid {bid.Id} for {criterion.Id}.", "bids");
            }

            if (score is < 0 or > Evaluation.HighestScore)
            {
                throw Broken(
                    RulesErrorCodes.Scoring.ScoreOutOfRange,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Score the bid {bid.Id} for {criterion.Id} from 0 to 5, not {score}."),
                    "bids");
            }
        }

        if (bid.Scores.Count > input.Criteria.Count)
        {
            throw Broken(
                RulesErrorCodes.Scoring.UnknownCriterion,
                $"The bid {bid.Id} has a score for something that is no criterion. Take it out.",
                "bids");
        }
    }

    private static RuleViolationException Broken(string code, string message, string field) =>
        new(code, message, field);
}
