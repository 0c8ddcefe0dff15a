using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public sealed class PolicyKindsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(-1, PolicyReview.Overdue)]
    [InlineData(0, PolicyReview.DueSoon)]
    [InlineData(1, PolicyReview.DueSoon)]
    [InlineData(29, PolicyReview.DueSoon)]
    [InlineData(30, PolicyReview.DueSoon)]
    [InlineData(31, PolicyReview.InOrder)]
    public void A_review_is_in_time_on_its_day_and_overdue_on_the_next(int days, PolicyReview expected) =>
        PolicyKinds.ReviewOf(PolicyKind.Complaints, Today.AddDays(days), Today).ShouldBe(expected);

    [Fact]
    public void A_policy_that_is_not_listed_is_missed_unless_it_is_needed_only_by_some() =>
        PolicyKinds.All.Where(k => PolicyKinds.ReviewOf(k, null, Today) != PolicyReview.NotListed)
            .ShouldBe([PolicyKind.ModernSlavery, PolicyKind.Cameras]);

    [Fact]
    public void A_policy_of_only_some_is_reviewed_like_any_other_once_it_is_listed() =>
        PolicyKinds.ReviewOf(PolicyKind.Cameras, Today.AddDays(-1), Today).ShouldBe(PolicyReview.Overdue);

    [Fact]
    public void Only_the_safeguarding_policy_has_a_longest_time_to_its_review() =>
        PolicyKinds.All.Where(k => PolicyKinds.LatestReviewOf(k, Today) is not null)
            .ShouldBe([PolicyKind.Safeguarding]);
}
