using DpsPortal.Rules.Pricing;

namespace DpsPortal.Rules.Tests.Pricing;

public class WeeklyPriceTests
{
    [Fact]
    public void Fact_22_A_bid_of_accommodation_core_and_additional_hours_comes_to_1067_50_a_week()
    {
        var price = WeeklyPrice.Of(
            [PriceLine.Accommodation(42_000), PriceLine.Core(10, 2_800), PriceLine.Additional(15, 2_450)]);

        price.TotalWeeklyPence.ShouldBe(106_750);
        price.LinePence.ShouldBe([42_000, 28_000, 36_750]);
        price.FourWeeklyPence.ShouldBe(427_000);
        price.AnnualPence.ShouldBe(5_566_250);
    }

    [Fact]
    public void A_year_is_365_sevenths_of_a_week() =>
        WeeklyPrice.Of([PriceLine.Accommodation(125_000)]).AnnualPence.ShouldBe(6_517_857);

    [Theory]
    [InlineData("0.01", 50, 1)]
    [InlineData("0.01", 49, 0)]
    [InlineData("0.25", 1, 0)]
    [InlineData("0.50", 1, 1)]
    [InlineData("7.50", 2_801, 21_008)]
    [InlineData("1.15", 3_010, 3_462)]
    public void A_line_is_rounded_half_up_to_a_penny(string hours, long ratePence, long weeklyPence) =>
        PriceLine.Core(decimal.Parse(hours, null), ratePence).WeeklyPence.ShouldBe(weeklyPence);

    [Fact]
    public void Lines_are_rounded_each_before_they_are_added() =>
        WeeklyPrice.Of([PriceLine.Core(0.5m, 1), PriceLine.Additional(0.5m, 1)]).TotalWeeklyPence.ShouldBe(2);

    [Fact]
    public void Nights_are_priced_by_the_night() =>
        WeeklyPrice.Of([PriceLine.WakingNight(7, 18_000), PriceLine.SleepIn(3.5m, 6_001)])
            .LinePence.ShouldBe([126_000, 21_004]);

    [Fact]
    public void A_report_can_ask_for_some_kinds_of_line()
    {
        var price = WeeklyPrice.Of(
            [PriceLine.Accommodation(9), PriceLine.Core(1, 20), PriceLine.WakingNight(1, 3), PriceLine.SleepIn(1, 4)]);

        price.WeeklyPenceOf(PriceLineKind.WakingNight, PriceLineKind.SleepIn).ShouldBe(7);
        price.WeeklyPenceOf(PriceLineKind.Additional).ShouldBe(0);
    }

    [Theory]
    [InlineData("1.25")]
    [InlineData("1.250")]
    public void Hours_may_have_two_decimals(string hours) =>
        PriceLine.Core(decimal.Parse(hours, null), 100).WeeklyPence.ShouldBe(125);

    [Fact]
    public void Hours_may_not_have_three_decimals() =>
        CodeOf(() => PriceLine.Core(1.255m, 100)).ShouldBe(RulesErrorCodes.Pricing.TooManyDecimals);

    [Fact]
    public void Nothing_in_a_price_is_negative()
    {
        CodeOf(() => PriceLine.Accommodation(-1)).ShouldBe(RulesErrorCodes.Pricing.NegativeAmount);
        CodeOf(() => PriceLine.Core(-0.01m, 1)).ShouldBe(RulesErrorCodes.Pricing.NegativeAmount);
        CodeOf(() => PriceLine.SleepIn(1, -1)).ShouldBe(RulesErrorCodes.Pricing.NegativeAmount);
        PriceLine.Accommodation(0).WeeklyPence.ShouldBe(0);
    }

    [Fact]
    public void An_amount_too_large_to_keep_is_refused_and_not_wrapped()
    {
        CodeOf(() => PriceLine.Core(2, long.MaxValue)).ShouldBe(RulesErrorCodes.Pricing.AmountTooLarge);
        CodeOf(() => PriceLine.Core(1e20m, 1)).ShouldBe(RulesErrorCodes.Pricing.AmountTooLarge);
        CodeOf(() => WeeklyPrice.Of([PriceLine.Accommodation(long.MaxValue)]))
            .ShouldBe(RulesErrorCodes.Pricing.AmountTooLarge);
    }

    [Theory]
    [InlineData(125_000, 30, 30_000, 3_780_000)]
    [InlineData(125_000, 1, 0, 125_000)]
    [InlineData(125_000, 260, 0, 32_500_000)]
    public void The_whole_term_costs_the_weeks_and_the_set_up(long weekly, int weeks, long setUp, long cost) =>
        WholeTermCost.Of(weekly, weeks, setUp).ShouldBe(cost);

    [Theory]
    [InlineData(0)]
    [InlineData(261)]
    public void A_term_is_from_1_to_260_weeks(int weeks) =>
        CodeOf(() => WholeTermCost.Of(1, weeks, 0)).ShouldBe(RulesErrorCodes.Pricing.WeeksOutOfRange);

    private static string CodeOf(Func<object> act) => Should.Throw<RuleViolationException>(act).Code;
}
