using DpsPortal.Rules.Scoring;
using static DpsPortal.Rules.Tests.Scoring.An;

namespace DpsPortal.Rules.Tests.Scoring;

public class TieLadderTests
{
    [Fact]
    public void Fact_16_Higher_quality_comes_first()
    {
        var results = Ranked(
            EvaluationOf(PriceModel.LowestOverPrice, 50, Bid("cheap", 100, 2.5m), Bid("good", 200, 5)));

        results.Select(result => result.Total).ShouldBe([75m, 75m]);
        results.Select(result => result.Id).ShouldBe(["good", "cheap"]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.QualityScore);
    }

    [Fact]
    public void Fact_16_Then_the_higher_score_for_suitability()
    {
        var input = TwoCriteria() with { SuitabilityCriterionId = "match" };

        var results = Ranked(input);

        results.Select(result => result.Id).ShouldBe(["match", "other"]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.Suitability);
    }

    [Fact]
    public void Fact_16_The_suitability_rung_is_skipped_when_no_criterion_is_named()
    {
        var results = Ranked(TwoCriteria());

        results.Select(result => result.Id).ShouldBe(["other", "match"]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.AvailableFrom);
    }

    [Fact]
    public void Fact_16_Then_the_lower_cost()
    {
        var results = Ranked(EvaluationOf(PriceModel.FixedPrice, 0, Bid("dear", 101), Bid("cheap", 100, 3, 9)));

        results.Select(result => result.Id).ShouldBe(["cheap", "dear"]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.TotalCost);
    }

    [Fact]
    public void Fact_16_Then_the_earlier_date()
    {
        var results = Ranked(EvaluationOf(PriceModel.FixedPrice, 0, Bid("late", 100, 3, 1), Bid("soon", 100)));

        results.Select(result => result.Id).ShouldBe(["soon", "late"]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.AvailableFrom);
    }

    [Theory]
    [InlineData("seed-1")]
    [InlineData("seed-2")]
    [InlineData("")]
    [InlineData(null)]
    public void Fact_16_Last_the_draw_which_anybody_can_make_again_from_the_seed(string? seed)
    {
        string[] ids = ["A", "B", "C", "a"];
        var input = EvaluationOf(PriceModel.FixedPrice, 0, [.. ids.Select(id => Bid(id, 100))]) with { Seed = seed };

        var results = Ranked(input);

        results.Select(result => result.Id).ShouldBe(
            ids.OrderBy(id => Evaluation.DrawValue(seed, id), StringComparer.Ordinal));
        results.Select(result => result.Rank).ShouldBe([1, 2, 3, 4]);
        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.Draw);
    }

    [Theory]
    [InlineData("seed", "A", "8ab1a896440f63407d6cc84c72b43e50f2c87c899c888f25f6772f143ea64953")]
    [InlineData("Łódź", "é", "fd4909cab93229c329453aaec6ee94bdc46654a20c66fa7d14fd7bfd12c91cba")]
    public void Fact_16_The_draw_is_the_lower_case_hex_SHA_256_of_seed_bar_id(string seed, string id, string hash) =>
        Evaluation.DrawValue(seed, id).ShouldBe(hash);

    [Fact]
    public void Fact_16_Different_seeds_draw_differently()
    {
        var bids = Enumerable.Range(1, 9).Select(i => Bid($"{i}", 100));
        var input = EvaluationOf(PriceModel.FixedPrice, 0, [.. bids]);

        var orders = Enumerable.Range(1, 9)
            .Select(seed => string.Join(' ', Ranked(input with { Seed = $"{seed}" }).Select(result => result.Id)));

        orders.Distinct().Count().ShouldBe(9);
    }

    [Fact]
    public void Each_of_three_tied_bids_names_the_last_rung_it_needed()
    {
        var results = Ranked(EvaluationOf(
            PriceModel.FixedPrice,
            0,
            Bid("first", 99),
            Bid("second", 100),
            Bid("third", 100, availableInDays: 1),
            Bid("alone", 1, score: 2)));

        results.Select(result => (result.Id, result.TieDecidedBy)).ShouldBe(
        [
            ("first", TieRung.TotalCost),
            ("second", TieRung.AvailableFrom),
            ("third", TieRung.AvailableFrom),
            ("alone", null),
        ]);
    }

    [Fact]
    public void Totals_are_compared_as_rounded()
    {
        var results = Ranked(EvaluationOf(PriceModel.LowestOverPrice, 40, Bid("A", 100_000), Bid("B", 100_001)));

        results.ShouldAllBe(result => result.TieDecidedBy == TieRung.TotalCost && result.PriceScore == 40m);
    }

    private static EvaluationInput TwoCriteria() => new()
    {
        PriceModel = PriceModel.FixedPrice,
        PriceWeight = 0,
        Criteria = [new("match", 50), new("staffing", 50)],
        Bids =
        [
            new("other", 100, Scores(("match", 3), ("staffing", 4)), Monday),
            new("match", 100, Scores(("match", 4), ("staffing", 3)), Monday.AddDays(1)),
        ],
    };

    private static IReadOnlyList<EvaluationResult> Ranked(EvaluationInput input) => Evaluation.Evaluate(input);
}
