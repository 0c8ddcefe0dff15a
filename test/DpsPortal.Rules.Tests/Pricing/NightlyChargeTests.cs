using DpsPortal.Rules.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Rules.Tests.Pricing;

public class NightlyChargeTests
{
    [Fact]
    public void Fact_22_Ten_nights_at_1250_pounds_a_week_cost_1785_71() =>
        NightlyCharge.Of(125_000, 10).ShouldBe(178_571);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(7, 4)]
    public void Nights_are_sevenths_of_a_week_rounded_half_up_once(int nights, long pence) =>
        NightlyCharge.Of(4, nights).ShouldBe(pence);

    [Fact]
    public void Fewer_than_nought_nights_are_refused() =>
        Should.Throw<RuleViolationException>(() => NightlyCharge.Of(1, -1))
            .Code.ShouldBe(RulesErrorCodes.Pricing.NegativeNights);

    [Fact]
    public void A_slice_is_the_difference_of_two_rounded_charges()
    {
        NightlyCharge.Slice(125_000, 0, 3).ShouldBe(53_571);
        NightlyCharge.Slice(125_000, 3, 10).ShouldBe(125_000);
        NightlyCharge.Slice(125_000, 3, 5).ShouldBe(35_715);
        NightlyCharge.Of(125_000, 2).ShouldBe(35_714);
    }

    [Fact]
    public void A_slice_that_ends_before_it_starts_is_refused() =>
        Should.Throw<RuleViolationException>(() => NightlyCharge.Slice(1, 2, 1))
            .Code.ShouldBe(RulesErrorCodes.Pricing.EndBeforeStart);

    [Fact]
    public void Slices_add_up_to_their_stretch() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).ToArbitrary(),
            Gen.Choose(0, 60).ArrayOf().ToArbitrary(),
            (weekly, nights) =>
            {
                var ends = nights.Aggregate(new List<int> { 0 }, (list, n) => [.. list, list[^1] + n]);
                return ends.Zip(ends.Skip(1), (n1, n2) => NightlyCharge.Slice(weekly, n1, n2)).Sum()
                    == NightlyCharge.Of(weekly, ends[^1]);
            }).QuickCheckThrowOnFailure();
}
