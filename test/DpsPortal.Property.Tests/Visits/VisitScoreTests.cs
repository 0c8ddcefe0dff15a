using DpsPortal.Property.Visits;

namespace DpsPortal.Property.Tests.Visits;

public sealed class VisitScoreTests
{
    [Theory]
    [InlineData(79, 21, 79, false)]
    [InlineData(80, 20, 80, true)]
    [InlineData(81, 19, 81, true)]
    public void Eighty_per_cent_passes(int passes, int fails, int percent, bool passed)
    {
        var score = VisitScore.Of([.. Major(VisitItemResult.Pass, passes), .. Major(VisitItemResult.Fail, fails)]);

        (score.Percent, score.Passed).ShouldBe((percent, passed));
    }

    [Fact]
    public void A_score_is_never_rounded_up_into_passing()
    {
        var score = VisitScore.Of([.. Major(VisitItemResult.Pass, 799), .. Major(VisitItemResult.Fail, 201)]);

        (score.Percent, score.Passed).ShouldBe((79, false));
    }

    [Fact]
    public void One_critical_failure_fails_the_visit_whatever_the_score()
    {
        var score = VisitScore.Of(
        [
            .. Major(VisitItemResult.Pass, 99), (Item("Rota matches", Criticality.Critical), VisitItemResult.Fail),
        ]);

        (score.Percent, score.Passed).ShouldBe((99, false));
        score.CriticalFailures.ShouldBe(["Rota matches"]);
    }

    [Fact]
    public void A_critical_advisory_does_not_fail_the_visit() =>
        VisitScore.Of(
        [
            .. Major(VisitItemResult.Pass, 9), (Item("Rota matches", Criticality.Critical), VisitItemResult.Advisory),
        ]).Passed.ShouldBeTrue();

    [Fact]
    public void An_advisory_counts_half_and_what_does_not_apply_not_at_all() =>
        VisitScore.Of(
        [
            .. Major(VisitItemResult.Pass, 1), .. Major(VisitItemResult.Advisory, 1),
            .. Major(VisitItemResult.NotApplicable, 50),
        ]).Percent.ShouldBe(75);

    [Fact]
    public void Where_nothing_applies_nothing_has_passed() =>
        VisitScore.Of([.. Major(VisitItemResult.NotApplicable, 3)]).Passed.ShouldBeFalse();

    private static VisitItem Item(string question, Criticality criticality) =>
        new("A", new ChecklistItem("id", criticality, question), criticality, null);

    private static IEnumerable<(VisitItem Item, VisitItemResult Result)> Major(VisitItemResult result, int count) =>
        Enumerable.Repeat((Item("Any", Criticality.Major), result), count);
}
