using DpsPortal.Rules.Scoring;
using static DpsPortal.Rules.Tests.Scoring.An;

namespace DpsPortal.Rules.Tests.Scoring;

public class EvaluationInputRulesTests
{
    private static readonly EvaluationInput Sound =
        EvaluationOf(PriceModel.LowestOverPrice, 40, Bid("A", 100), Bid("B", 90));

    [Theory]
    [InlineData("59.99")]
    [InlineData("60.01")]
    [InlineData("60.0000000000000000000000001")]
    public void Weights_make_exactly_100(string weight) =>
        CodeOf(Sound with { Criteria = [new("quality", decimal.Parse(weight, null))] })
            .ShouldBe(RulesErrorCodes.Scoring.WeightsNotOneHundred);

    [Fact]
    public void Weights_may_have_decimals() =>
        Evaluation.Evaluate(Sound with { PriceWeight = 40.25m, Criteria = [new("quality", 59.75m)] })
            .Count.ShouldBe(2);

    [Fact]
    public void No_weight_is_negative_even_when_all_make_100()
    {
        CodeOf(Sound with { PriceWeight = -10, Criteria = [new("quality", 110)] })
            .ShouldBe(RulesErrorCodes.Scoring.NegativeWeight);
        CodeOf(Sound with { PriceWeight = 110, Criteria = [new("quality", -10)] })
            .ShouldBe(RulesErrorCodes.Scoring.NegativeWeight);
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("5.01")]
    public void A_score_is_from_0_to_5(string score) =>
        CodeOf(Sound with { Bids = [Bid("A", 1, decimal.Parse(score, null))] })
            .ShouldBe(RulesErrorCodes.Scoring.ScoreOutOfRange);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 60)]
    public void The_least_and_the_highest_score_are_taken(int score, int points) =>
        Evaluation.Evaluate(Sound with { Bids = [Bid("A", 1, score)] }).Single().QualityScore.ShouldBe(points);

    [Fact]
    public void Every_criterion_is_scored_and_nothing_else()
    {
        CodeOf(Sound with { Bids = [new("A", 1, Scores(), Monday)] }).ShouldBe(RulesErrorCodes.Scoring.ScoreMissing);
        CodeOf(Sound with { Bids = [new("A", 1, Scores(("quality", 1), ("charm", 1)), Monday)] })
            .ShouldBe(RulesErrorCodes.Scoring.UnknownCriterion);
    }

    [Fact]
    public void A_cost_is_not_negative() =>
        CodeOf(Sound with { Bids = [Bid("A", -1)] }).ShouldBe(RulesErrorCodes.Scoring.NegativeCost);

    [Fact]
    public void No_bid_comes_twice_and_none_without_an_id()
    {
        CodeOf(Sound with { Bids = [Bid("A", 1), Bid("A", 2)] }).ShouldBe(RulesErrorCodes.Scoring.BidRepeated);
        CodeOf(Sound with { Bids = [Bid(" ", 1)] }).ShouldBe(RulesErrorCodes.Scoring.IdMissing);
    }

    [Fact]
    public void No_criterion_comes_twice_and_none_without_an_id()
    {
        CodeOf(Sound with { Criteria = [new("quality", 30), new("quality", 30)] })
            .ShouldBe(RulesErrorCodes.Scoring.CriterionRepeated);
        CodeOf(Sound with { Criteria = [new("", 60)] }).ShouldBe(RulesErrorCodes.Scoring.IdMissing);
    }

    [Fact]
    public void The_suitability_criterion_is_one_of_the_criteria() =>
        CodeOf(Sound with { SuitabilityCriterionId = "charm" }).ShouldBe(RulesErrorCodes.Scoring.UnknownCriterion);

    [Theory]
    [InlineData("-0.01")]
    [InlineData("5.01")]
    public void A_minimum_is_from_0_to_5(string minimum) =>
        CodeOf(Sound with { Criteria = [new("quality", 60, decimal.Parse(minimum, null))] })
            .ShouldBe(RulesErrorCodes.Scoring.MinimumScoreOutOfRange);

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    public void The_ceiling_model_needs_a_ceiling_above_nought(long? ceilingPence) =>
        CodeOf(Sound with { PriceModel = PriceModel.Ceiling, CeilingPence = ceilingPence })
            .ShouldBe(RulesErrorCodes.Scoring.CeilingMissing);

    [Fact]
    public void A_fixed_price_carries_no_weight() =>
        CodeOf(Sound with { PriceModel = PriceModel.FixedPrice })
            .ShouldBe(RulesErrorCodes.Scoring.FixedPriceCarriesNoWeight);

    [Theory]
    [InlineData("lowest-over-price", PriceModel.LowestOverPrice)]
    [InlineData("mean-relative", PriceModel.MeanRelative)]
    [InlineData("ceiling", PriceModel.Ceiling)]
    [InlineData("fixed-price", PriceModel.FixedPrice)]
    public void A_price_model_is_known_by_its_published_name(string name, PriceModel model)
    {
        PriceModels.Named(name).ShouldBe(model);
        PriceModels.NameOf(model).ShouldBe(name);
    }

    [Theory]
    [InlineData("Ceiling")]
    [InlineData("banding")]
    [InlineData("")]
    public void An_unknown_price_model_is_refused(string name) =>
        Should.Throw<RuleViolationException>(() => PriceModels.Named(name))
            .Code.ShouldBe(RulesErrorCodes.Scoring.UnknownPriceModel);

    private static string CodeOf(EvaluationInput input) =>
        Should.Throw<RuleViolationException>(() => Evaluation.Evaluate(input)).Code;
}
