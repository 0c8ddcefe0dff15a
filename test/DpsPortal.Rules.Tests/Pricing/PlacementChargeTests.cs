using DpsPortal.Rules.Pricing;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Rules.Tests.Pricing;

public class PlacementChargeTests
{
    private static readonly DateOnly Start = new(2026, 4, 1);

    [Fact]
    public void Each_night_costs_the_price_that_holds_and_each_stretch_is_rounded_then_added()
    {
        var charge = PlacementCharge.Of(
            Start, Start.AddDays(6), [new(Start.AddDays(3), 101_001), new(Start.AddDays(-30), 100_001)]);

        charge.Nights.ShouldBe(6);
        charge.Segments.ShouldBe(
            [new(Start, Start.AddDays(3), 100_001), new(Start.AddDays(3), Start.AddDays(6), 101_001)]);
        charge.Segments.Select(segment => segment.PeriodPence).ShouldBe([42_858, 43_286]);
        charge.PeriodPence.ShouldBe(86_144);
    }

    [Theory]
    [InlineData("2026-03-28", "2026-03-30")]
    [InlineData("2026-10-24", "2026-10-26")]
    [InlineData("2026-06-01", "2026-06-03")]
    public void A_change_of_the_clocks_makes_no_odds(string start, string end)
    {
        var charge = PlacementCharge.Of(Date(start), Date(end), [new(Date(start), 70_000)]);

        charge.Nights.ShouldBe(2);
        charge.PeriodPence.ShouldBe(20_000);
    }

    [Fact]
    public void The_day_of_leaving_is_not_charged()
    {
        PlacementCharge.Of(Start, Start, [new(Start, 70_000)]).PeriodPence.ShouldBe(0);
        PlacementCharge.Of(Start, Start.AddDays(1), [new(Start, 70_000)]).PeriodPence.ShouldBe(10_000);
    }

    [Fact]
    public void A_price_from_the_end_on_holds_no_night() =>
        PlacementCharge.Of(Start, Start.AddDays(7), [new(Start, 70_000), new(Start.AddDays(7), 90_000)])
            .Segments.ShouldHaveSingleItem().PeriodPence.ShouldBe(70_000);

    [Fact]
    public void An_end_before_the_start_is_refused() =>
        CodeOf(() => PlacementCharge.Of(Start, Start.AddDays(-1), [new(Start, 1)]))
            .ShouldBe(RulesErrorCodes.Pricing.EndBeforeStart);

    [Fact]
    public void No_price_on_the_first_night_is_refused()
    {
        CodeOf(() => PlacementCharge.Of(Start, Start.AddDays(9), [new(Start.AddDays(1), 1)]))
            .ShouldBe(RulesErrorCodes.Pricing.NoPriceOnFirstNight);
        CodeOf(() => PlacementCharge.Of(Start, Start.AddDays(1), []))
            .ShouldBe(RulesErrorCodes.Pricing.NoPriceOnFirstNight);
    }

    [Fact]
    public void Two_prices_from_one_date_are_refused() =>
        CodeOf(() => PlacementCharge.Of(Start, Start.AddDays(9), [new(Start, 1), new(Start, 2)]))
            .ShouldBe(RulesErrorCodes.Pricing.TwoPricesFromOneDate);

    [Fact]
    public void A_slice_knows_the_cost_from_the_placements_start()
    {
        var charge = PlacementCharge.Of(
            Start, Start.AddDays(20), [new(Start, 125_000), new(Start.AddDays(10), 140_000)]);

        var slices = charge.Slices(Start.AddDays(3), Start.AddDays(12));

        slices.Select(slice => (slice.From, slice.To, slice.Nights)).ShouldBe(
            [(Start.AddDays(3), Start.AddDays(10), 7), (Start.AddDays(10), Start.AddDays(12), 2)]);
        slices.Select(slice => slice.PeriodPence).ShouldBe([125_000, 40_000]);
        slices.Select(slice => slice.CumulativePence).ShouldBe([178_571, 218_571]);
    }

    [Fact]
    public void A_period_beside_the_placement_has_no_slice()
    {
        var charge = PlacementCharge.Of(Start, Start.AddDays(5), [new(Start, 70_000)]);

        charge.Slices(Start.AddDays(-5), Start).ShouldBeEmpty();
        charge.Slices(Start.AddDays(5), Start.AddDays(9)).ShouldBeEmpty();
        charge.Slices(Start.AddDays(4), Start.AddDays(9)).ShouldHaveSingleItem().Nights.ShouldBe(1);
    }

    [Fact]
    public void Slices_of_joining_periods_add_up_to_the_placement_and_rows_may_come_in_any_order() =>
        Prop.ForAll(
            Gen.Choose(0, 200).ArrayOf().ToArbitrary(),
            Gen.Choose(0, 400_000).NonEmptyListOf().ToArbitrary(),
            Gen.Choose(1, 400).ToArbitrary(),
            (cuts, prices, nights) =>
            {
                var dated = prices.Select((weekly, i) => new DatedPrice(Start.AddDays((13 * i) - 5), weekly)).ToList();
                var charge = PlacementCharge.Of(Start, Start.AddDays(nights), dated);
                var shuffled = PlacementCharge.Of(Start, Start.AddDays(nights), dated.AsEnumerable().Reverse());
                int[] ends = [0, .. cuts.Where(cut => cut < nights).Distinct().Order(), nights];
                var slices = ends
                    .Zip(ends.Skip(1), (from, to) => charge.Slices(Start.AddDays(from), Start.AddDays(to)))
                    .SelectMany(slice => slice)
                    .ToList();
                return slices.Sum(slice => slice.PeriodPence) == charge.PeriodPence
                    && slices[^1].CumulativePence == charge.PeriodPence
                    && slices.Sum(slice => slice.Nights) == nights
                    && shuffled.PeriodPence == charge.PeriodPence;
            }).QuickCheckThrowOnFailure();

    private static string CodeOf(Func<object> act) => Should.Throw<RuleViolationException>(act).Code;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
