using DpsPortal.Rules.Scoring;
using FsCheck;
using FsCheck.Fluent;
using static DpsPortal.Rules.Tests.Scoring.An;

namespace DpsPortal.Rules.Tests.Scoring;

public class EvaluationTests
{
    [Fact]
    public void Fact_15_The_worked_example_comes_to_78_00_83_71_and_85_85()
    {
        var results = Evaluation.Evaluate(WorkedExample());

        results.Select(one => (one.Id, one.PriceScore, one.QualityScore, one.Total, one.Rank)).ShouldBe(
        [
            ("C", 29.85m, 56.00m, 85.85m, 1),
            ("B", 35.71m, 48.00m, 83.71m, 2),
            ("A", 40.00m, 38.00m, 78.00m, 3),
        ]);
        results.ShouldAllBe(result => result.TieDecidedBy == null && result.DisqualifiedReason == null);
    }

    [Fact]
    public void Scores_show_two_decimals_even_when_they_are_noughts() =>
        Evaluation.Evaluate(WorkedExample()).Of("A").PriceScore!.Value.Scale.ShouldBe((byte)2);

    [Theory]
    [InlineData(PriceModel.LowestOverPrice, "40.00 35.71 29.85")]
    [InlineData(PriceModel.MeanRelative, "22.66 20.58 16.76")]
    [InlineData(PriceModel.Ceiling, "15.00 12.00 6.50")]
    public void Each_price_model_gives_its_points(PriceModel model, string points) =>
        PricePoints(model, 40, 200_000, 125_000, 140_000, 167_500).ShouldBe(points);

    [Theory]
    [InlineData(PriceModel.LowestOverPrice, "0 0 1", "40.00 40.00 0.00")]
    [InlineData(PriceModel.MeanRelative, "0 0 0", "20.00 20.00 20.00")]
    [InlineData(PriceModel.MeanRelative, "0 0 900", "40.00 40.00 0.00")]
    [InlineData(PriceModel.MeanRelative, "1 1 1", "20.00 20.00 20.00")]
    [InlineData(PriceModel.Ceiling, "0 1000 500", "40.00 0.00 20.00")]
    public void A_price_model_holds_at_its_edges(PriceModel model, string costs, string points) =>
        PricePoints(model, 40, 1_000, [.. costs.Split(' ').Select(cost => long.Parse(cost, null))]).ShouldBe(points);

    [Fact]
    public void A_fixed_price_earns_nothing()
    {
        var results = Evaluation.Evaluate(
            EvaluationOf(PriceModel.FixedPrice, 0, Bid("A", 100, 5), Bid("B", 100, 4)));

        results.Of("A").PriceScore.ShouldBe(0m);
        results.Of("A").Total.ShouldBe(100m);
        results.Of("B").Total.ShouldBe(80m);
    }

    [Theory]
    [InlineData(1, 8_000, "0.01")]
    [InlineData(1, 8_001, "0.00")]
    [InlineData(201, 8_000, "1.01")]
    public void Half_a_hundredth_is_rounded_up_and_less_is_not(long lowest, long price, string points) =>
        PricePoints(PriceModel.LowestOverPrice, 40, null, lowest, price).Split(' ')[1].ShouldBe(points);

    [Fact]
    public void Quality_is_rounded_once_and_not_for_each_criterion()
    {
        var input = EvaluationOf(PriceModel.LowestOverPrice, 0) with
        {
            Criteria = [new("one", 33.335m), new("two", 33.335m), new("three", 33.33m)],
            Bids = [new("A", 1, Scores(("one", 1), ("two", 1), ("three", 0)), Monday)],
        };

        Evaluation.Evaluate(input).Single().QualityScore.ShouldBe(13.33m);
    }

    [Fact]
    public void A_score_below_the_minimum_disqualifies_and_one_at_it_does_not()
    {
        var input = EvaluationOf(PriceModel.LowestOverPrice, 40, Bid("A", 1_000, 1.99m), Bid("B", 2_000, 2)) with
        {
            Criteria = [new("quality", 60, MinimumScore: 2)],
        };

        var results = Evaluation.Evaluate(input);

        results.Of("A").Rank.ShouldBeNull();
        results.Of("A").PriceScore.ShouldBeNull();
        results.Of("A").Total.ShouldBeNull();
        results.Of("A").DisqualifiedReason.ShouldBe("Scored 1.99 for quality; the least that passes is 2.");
        results.Of("B").Rank.ShouldBe(1);
        results.Of("B").PriceScore.ShouldBe(40m);
    }

    [Fact]
    public void A_price_above_the_ceiling_disqualifies_and_one_at_it_does_not()
    {
        var results = Evaluation.Evaluate(
            EvaluationOf(PriceModel.Ceiling, 40, Bid("A", 1_000), Bid("B", 1_001)) with { CeilingPence = 1_000 });

        results.Of("A").Rank.ShouldBe(1);
        results.Of("B").DisqualifiedReason.ShouldBe("The price is above the ceiling.");
    }

    [Fact]
    public void A_ceiling_disqualifies_in_its_own_model_only() =>
        Evaluation.Evaluate(EvaluationOf(PriceModel.LowestOverPrice, 40, Bid("A", 2)) with { CeilingPence = 1 })
            .Single().Rank.ShouldBe(1);

    [Fact]
    public void A_disqualified_price_is_not_in_the_mean()
    {
        var input = EvaluationOf(PriceModel.MeanRelative, 40, Bid("A", 100), Bid("B", 300), Bid("C", 9_000, 0)) with
        {
            Criteria = [new("quality", 60, MinimumScore: 1)],
        };

        Evaluation.Evaluate(input).Of("A").PriceScore.ShouldBe(30m);
    }

    [Fact]
    public void All_disqualified_is_a_result_and_so_is_no_bid_at_all()
    {
        var input = EvaluationOf(PriceModel.MeanRelative, 40, Bid("A", 100, 0), Bid("B", 300, 0)) with
        {
            Criteria = [new("quality", 60, MinimumScore: 1)],
        };

        Evaluation.Evaluate(input).Select(result => result.Rank).ShouldBe([null, null]);
        Evaluation.Evaluate(input with { Bids = [] }).ShouldBeEmpty();
    }

    [Fact]
    public void The_largest_costs_are_reckoned_exactly() =>
        PricePoints(PriceModel.LowestOverPrice, 40, null, long.MaxValue - 1, long.MaxValue).ShouldBe("40.00 40.00");

    [Fact]
    public void Ranks_are_1_to_n_and_the_order_of_the_bids_makes_no_odds() =>
        Prop.ForAll(
            (from cost in Gen.Choose(0, 5)
             from score in Gen.Choose(0, 5)
             from days in Gen.Choose(0, 1)
             select (cost, score, days)).ArrayOf().ToArbitrary(),
            Gen.Elements(Enum.GetValues<PriceModel>()).ToArbitrary(),
            (bids, model) =>
            {
                var named = bids.Select((bid, i) => Bid($"bid-{i}", bid.cost, bid.score, bid.days)).ToArray();
                var weight = model == PriceModel.FixedPrice ? 0 : 40;
                var input = EvaluationOf(model, weight, named) with { CeilingPence = 4, Seed = "seed" };
                var results = Evaluation.Evaluate(input);
                var reversed = Evaluation.Evaluate(input with { Bids = [.. named.Reverse()] });
                var ranked = results.Where(result => result.Rank != null).ToList();
                return ranked.Select(result => result.Rank!.Value).SequenceEqual(Enumerable.Range(1, ranked.Count))
                    && ranked.Select(result => result.Total).SequenceEqual(
                        ranked.Select(result => result.Total).OrderDescending())
                    && ranked.All(result => result.PriceScore >= 0 && result.PriceScore <= weight)
                    && ranked.SequenceEqual(reversed.Where(result => result.Rank != null))
                    && results.Count == named.Length;
            }).QuickCheckThrowOnFailure();

    private static EvaluationInput WorkedExample() => new()
    {
        PriceModel = PriceModel.LowestOverPrice,
        PriceWeight = 40,
        Criteria = [new("match", 30), new("staffing", 20), new("move-on", 10)],
        Bids =
        [
            new("A", 125_000, Scores(("match", 3), ("staffing", 3), ("move-on", 4)), Monday),
            new("B", 140_000, Scores(("match", 4), ("staffing", 4), ("move-on", 4)), Monday),
            new("C", 167_500, Scores(("match", 5), ("staffing", 4), ("move-on", 5)), Monday),
        ],
    };

    private static string PricePoints(PriceModel model, decimal weight, long? ceilingPence, params long[] costs)
    {
        var bids = costs.Select((cost, i) => Bid($"bid-{i}", cost)).ToArray();
        var results = Evaluation.Evaluate(EvaluationOf(model, weight, bids) with { CeilingPence = ceilingPence });
        return string.Join(' ', bids.Select(bid => results.Of(bid.Id).PriceScore));
    }
}
