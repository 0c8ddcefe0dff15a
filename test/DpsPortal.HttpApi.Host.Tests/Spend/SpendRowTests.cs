using System.Globalization;
using DpsPortal.Reporting.Spend;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

public sealed class SpendRowTests
{
    private static readonly DateOnly Start = new(2026, 9, 21);

    [Fact]
    public void Fact_22_ten_nights_at_1250_00_a_week_cost_1785_71()
    {
        var placement = A.Placement(Start, Start.AddDays(90), A.Price(Start, 1_250_00));

        var row = SpendRow.Of(placement, new(2026, 7, 1), new(2026, 9, 30)).ShouldHaveSingleItem();

        row.Nights.ShouldBe(10);
        row.PeriodPence.ShouldBe(1_785_71);
        (row.PeriodStart, row.PeriodEnd).ShouldBe((Start, new DateOnly(2026, 9, 30)));
    }

    [Theory]
    [InlineData(9, 1_607_14)]
    [InlineData(10, 1_785_71)]
    [InlineData(11, 1_964_29)]
    [InlineData(1, 178_57)]
    [InlineData(7, 1_250_00)]
    public void Fact_22_part_weeks_are_charged_by_the_night_and_rounded_once(int nights, long pence)
    {
        var placement = A.Placement(Start, Start.AddDays(nights), A.Price(Start, 1_250_00));

        var row = SpendRow.Of(placement, Start, Start.AddDays(365)).ShouldHaveSingleItem();

        (row.Nights, row.PeriodPence).ShouldBe((nights, pence));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    public void A_report_of_one_day_holds_the_night_that_begins_on_it_and_not_the_night_of_leaving(int day, int rows)
    {
        var placement = A.Placement(Start, Start.AddDays(10), A.Price(Start, 1_250_00));

        SpendRow.Of(placement, Start.AddDays(day), Start.AddDays(day)).Count().ShouldBe(rows);
    }

    [Theory]
    [InlineData(3, 29)]
    [InlineData(10, 25)]
    public void Fact_22_a_week_in_which_the_clocks_change_has_seven_nights(int month, int sunday)
    {
        var change = new DateOnly(2026, month, sunday);
        var start = change.AddDays(-4);
        var placement = A.Placement(start, start.AddDays(7), A.Price(start, 1_250_00));

        SpendRow.Of(placement, change.AddDays(-1), change.AddDays(1)).Single().Nights.ShouldBe(3);
        SpendRow.Of(placement, start, start.AddDays(6)).Single().PeriodPence.ShouldBe(1_250_00);
    }

    [Fact]
    public void Fact_22_slices_over_a_month_boundary_and_a_price_change_add_up_to_the_penny()
    {
        var placement = A.Placement(
            Start, Start.AddDays(40), A.Price(Start, 1_067_50), A.Price(Start.AddDays(16), 945_01, variation: true));

        var whole = SpendRow.Of(placement, Start, Start.AddDays(39)).ToList();
        var september = SpendRow.Of(placement, Start, new(2026, 9, 30)).ToList();
        var later = SpendRow.Of(placement, new(2026, 10, 1), Start.AddDays(39)).ToList();

        whole.Select(r => r.PeriodPence).ShouldBe([2_440_00, 3_240_03]);
        (september.Sum(r => r.PeriodPence) + later.Sum(r => r.PeriodPence)).ShouldBe(whole.Sum(r => r.PeriodPence));
        later.Select(r => (r.PeriodStart, r.PeriodEnd, r.Price.Variation)).ShouldBe(
        [
            (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 6), false),
            (new DateOnly(2026, 10, 7), new DateOnly(2026, 10, 30), true),
        ]);
        later[^1].CumulativePence.ShouldBe(whole.Sum(r => r.PeriodPence));
    }

    [Fact]
    public void What_is_spent_and_what_is_committed_make_up_the_whole_placement()
    {
        var placement = A.Placement(Start, Start.AddDays(84), A.Price(Start, 1_250_00));

        var row = SpendRow.Of(placement, Start, Start.AddDays(9)).Single();

        row.CumulativePence.ShouldBe(1_785_71);
        (row.CumulativePence + row.CommittedPence).ShouldBe(12 * 1_250_00);
    }

    [Fact]
    public void The_set_up_is_in_the_row_of_the_first_night_only_and_not_in_the_cost_of_the_nights()
    {
        var placement = A.Placement(Start, Start.AddDays(84), A.Price(Start, 1_250_00));

        var first = SpendRow.Of(placement, Start, new(2026, 9, 30)).Single();
        var second = SpendRow.Of(placement, new(2026, 10, 1), new(2026, 10, 31)).Single();

        (first.OneOffPence, first.PeriodPence, second.OneOffPence).ShouldBe((250_00, 1_785_71, 0));
    }

    [Theory]
    [InlineData("20.00", false)]
    [InlineData("20.01", true)]
    [InlineData(null, null)]
    public void Fact_30_over_20_miles_is_flagged_at_20_01_and_not_at_20_00(string? miles, bool? far)
    {
        var placement = A.Placement(Start, Start.AddDays(1), A.Price(Start, 1)) with
        {
            DistanceMiles = miles is null ? null : decimal.Parse(miles, CultureInfo.InvariantCulture),
        };

        SpendRow.Of(placement, Start, Start).Single().Over20Miles.ShouldBe(far);
    }

    [Fact]
    public void A_period_that_reaches_the_last_day_there_is_holds_every_night() =>
        SpendRow.Of(A.Placement(Start, Start.AddDays(10), A.Price(Start, 700)), DateOnly.MinValue, DateOnly.MaxValue)
            .Single().Nights.ShouldBe(10);

    /// <summary>Any placement, any price changes, any cuts: the parts add up.</summary>
    [Fact]
    public void Fact_22_any_joining_periods_add_up_to_the_placement() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 1_000_000).Three().SelectMany(
            prices => Gen.Choose(1, 120).Three(), (prices, days) => (prices, days)).ToArbitrary(),
        input =>
        {
            var ((p1, p2, p3), (d1, d2, d3)) = input;
            var placement = A.Placement(
                Start,
                Start.AddDays(d1 + d2 + d3),
                A.Price(Start, p1),
                A.Price(Start.AddDays(d1), p2, true),
                A.Price(Start.AddDays(d1 + d2), p3, true));
            var whole = SpendRow.Of(placement, Start, Start.AddDays(400)).Sum(r => r.PeriodPence);
            var parts = Enumerable.Range(0, 60)
                .Select(i => Start.AddDays((i * 7) - 3))
                .Sum(week => SpendRow.Of(placement, week, week.AddDays(6)).Sum(r => r.PeriodPence));
            return whole == parts;
        }));
}
