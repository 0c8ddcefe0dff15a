using System.Globalization;
using DpsPortal.Rules.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Rules.Tests.Calendar;

public class LondonTimeTests
{
    [Theory]
    [InlineData("2026-03-02T12:00:00", "2026-03-12T12:00:00")]
    [InlineData("2026-06-30T15:30:00", "2026-07-10T15:30:00")]
    [InlineData("2026-03-20T12:00:00", "2026-03-30T11:00:00")]
    [InlineData("2026-10-16T11:00:00", "2026-10-26T12:00:00")]
    [InlineData("2026-07-01T23:30:00", "2026-07-11T23:30:00")]
    public void Fact_05_Bidding_ends_no_earlier_than_the_same_London_time_ten_calendar_days_on(
        string sent, string close) =>
        LegalPeriods.EarliestClose(Utc(sent)).ShouldBe(Utc(close));

    [Fact]
    public void Fact_05_A_time_that_the_clocks_skip_is_reached_when_they_skip_it()
    {
        var close = LegalPeriods.EarliestClose(Utc("2026-03-19T01:30:00"));

        close.ShouldBe(Utc("2026-03-29T01:00:00"));
        LondonTime.ToLocal(close).ShouldBe(new DateTime(2026, 3, 29, 2, 0, 0));
    }

    [Fact]
    public void Fact_05_A_time_that_comes_twice_is_reached_when_it_first_comes()
    {
        var close = LegalPeriods.EarliestClose(Utc("2026-10-15T00:30:00"));

        close.ShouldBe(Utc("2026-10-25T00:30:00"));
        LondonTime.ToLocal(close).ShouldBe(new DateTime(2026, 10, 25, 1, 30, 0));
        close.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("2026-03-29T01:00:00", RulesErrorCodes.Calendar.LocalTimeDoesNotExist)]
    [InlineData("2026-03-29T01:59:59", RulesErrorCodes.Calendar.LocalTimeDoesNotExist)]
    [InlineData("2026-10-25T01:00:00", RulesErrorCodes.Calendar.LocalTimeIsAmbiguous)]
    [InlineData("2026-10-25T01:59:59", RulesErrorCodes.Calendar.LocalTimeIsAmbiguous)]
    public void A_typed_time_that_never_comes_or_comes_twice_is_refused(string local, string code) =>
        Should.Throw<RuleViolationException>(() => LondonTime.ToUtc(Local(local))).Code.ShouldBe(code);

    [Theory]
    [InlineData("2026-03-29T00:59:59", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29T02:00:00", "2026-03-29T01:00:00")]
    [InlineData("2026-10-25T00:59:59", "2026-10-24T23:59:59")]
    [InlineData("2026-10-25T02:00:00", "2026-10-25T02:00:00")]
    public void Typed_times_on_either_side_of_a_change_are_taken(string local, string utc) =>
        LondonTime.ToUtc(Local(local)).ShouldBe(Utc(utc));

    [Fact]
    public void A_refused_time_is_named_in_the_sentence() =>
        Should.Throw<RuleViolationException>(() => LondonTime.ToUtc(Local("2026-03-29T01:30:00")))
            .Message.ShouldContain("01:30 on 29 March 2026");

    [Fact]
    public void A_summer_day_in_London_begins_the_evening_before_in_UTC()
    {
        LondonTime.StartOfDay(new DateOnly(2026, 7, 1)).ShouldBe(Utc("2026-06-30T23:00:00"));
        LondonTime.DateOf(Utc("2026-06-30T22:59:59")).ShouldBe(new DateOnly(2026, 6, 30));
        LondonTime.DateOf(Utc("2026-06-30T23:00:00")).ShouldBe(new DateOnly(2026, 7, 1));
    }

    [Fact]
    public void An_instant_that_is_not_marked_as_UTC_is_refused() =>
        Should.Throw<ArgumentException>(() => LondonTime.ToLocal(Local("2026-06-30T22:59:59")));

    [Fact]
    public void Every_date_begins_once_and_is_its_own_first_date() =>
        Prop.ForAll(Gen.Choose(0, 365 * 12).ToArbitrary(), day =>
        {
            var date = new DateOnly(2024, 1, 1).AddDays(day);
            var start = LondonTime.StartOfDay(date);
            return LondonTime.DateOf(start) == date && LondonTime.DateOf(start.AddTicks(-1)) == date.AddDays(-1);
        }).QuickCheckThrowOnFailure();

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, null, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static DateTime Local(string text) => DateTime.Parse(text, null);
}
