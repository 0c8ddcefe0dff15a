using DpsPortal.Rules.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Rules.Tests.Calendar;

public class WorkingDaysTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-12-14T09:00:00Z", 10, "2026-12-30")]
    [InlineData("2026-12-14T09:00:00Z", 15, "2027-01-07")]
    [InlineData("2026-11-23T09:00:00Z", 10, "2026-12-07")]
    [InlineData("2026-11-23T09:00:00Z", 15, "2026-12-14")]
    public void Fact_02_The_membership_clock_ends_on_the_tenth_or_fifteenth_working_day(
        string receivedAt, int workingDays, string due) =>
        WorkingDays.DueDate(Instant(receivedAt), workingDays).ShouldBe(Date(due));

    [Fact]
    public void Fact_02_The_legal_periods_are_ten_working_days_and_fifteen_when_extended()
    {
        var received = Instant("2026-12-14T09:00:00Z");

        LegalPeriods.MembershipDecisionDue(received).ShouldBe(new DateOnly(2026, 12, 30));
        LegalPeriods.ExtendedMembershipDecisionDue(received).ShouldBe(new DateOnly(2027, 1, 7));
    }

    [Fact]
    public void Fact_06_A_self_declaration_is_due_on_the_fifth_working_day_after_the_request() =>
        LegalPeriods.SelfDeclarationRenewalDue(Instant("2026-12-21T16:00:00Z")).ShouldBe(new DateOnly(2026, 12, 30));

    [Theory]
    [InlineData("2026-07-01T22:59:59Z", "2026-07-02")]
    [InlineData("2026-07-01T23:00:00Z", "2026-07-03")]
    [InlineData("2026-07-02T00:30:00+02:00", "2026-07-02")]
    [InlineData("2026-12-01T23:59:59Z", "2026-12-02")]
    [InlineData("2026-12-02T00:00:00Z", "2026-12-03")]
    public void Receipt_counts_on_the_date_it_is_in_London(string receivedAt, string nextWorkingDay) =>
        WorkingDays.DueDate(Instant(receivedAt), 1).ShouldBe(Date(nextWorkingDay));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 0, "2026-11-21")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-22", 1, "2026-11-23")]
    [InlineData("2026-12-25", 0, "2026-12-25")]
    [InlineData("2026-12-25", 1, "2026-12-29")]
    [InlineData("2026-12-24", 1, "2026-12-29")]
    [InlineData("2027-12-24", 1, "2027-12-29")]
    public void A_day_of_receipt_is_day_nought_even_at_a_weekend_or_on_a_bank_holiday(
        string received, int workingDays, string due) =>
        WorkingDays.AddWorkingDays(Date(received), workingDays).ShouldBe(Date(due));

    [Theory]
    [InlineData(-1)]
    [InlineData(367)]
    [InlineData(int.MaxValue)]
    public void No_period_is_shorter_than_nought_or_longer_than_366_working_days(int workingDays) =>
        Should.Throw<RuleViolationException>(() => WorkingDays.AddWorkingDays(Monday, workingDays))
            .Code.ShouldBe(RulesErrorCodes.Calendar.WorkingDaysOutOfRange);

    [Fact]
    public void A_period_may_last_366_working_days() =>
        WorkingDays.WorkingDaysBetween(Monday, WorkingDays.AddWorkingDays(Monday, 366)).ShouldBe(366);

    [Fact]
    public void A_period_that_outlasts_the_calendar_is_refused() =>
        Should.Throw<RuleViolationException>(() => WorkingDays.AddWorkingDays(new DateOnly(9999, 12, 1), 60))
            .Code.ShouldBe(RulesErrorCodes.Calendar.DateOutOfRange);

    [Theory]
    [InlineData("2026-12-14", "2026-12-14", 0)]
    [InlineData("2026-12-14", "2026-12-23", 7)]
    [InlineData("2026-12-14", "2026-12-29", 9)]
    [InlineData("2026-12-14", "2026-12-30", 10)]
    [InlineData("2026-12-19", "2026-12-20", 0)]
    [InlineData("2026-12-30", "2026-12-14", -10)]
    public void A_date_is_the_so_manieth_working_day_of_a_period(string from, string to, int days) =>
        WorkingDays.WorkingDaysBetween(Date(from), Date(to)).ShouldBe(days);

    [Fact]
    public void No_due_date_is_a_weekend_or_a_bank_holiday() => ForAnyPeriod((received, workingDays) =>
        WorkingDays.IsWorkingDay(WorkingDays.AddWorkingDays(received, workingDays)));

    [Fact]
    public void A_due_date_is_the_first_that_so_many_working_days_reach() => ForAnyPeriod((received, workingDays) =>
    {
        var due = WorkingDays.AddWorkingDays(received, workingDays);
        return WorkingDays.WorkingDaysBetween(received, due) == workingDays
            && WorkingDays.WorkingDaysBetween(received, due.AddDays(-1)) == workingDays - 1;
    });

    private static void ForAnyPeriod(Func<DateOnly, int, bool> holds) =>
        Prop.ForAll(
            Gen.Choose(0, 365 * 12).ToArbitrary(),
            Gen.Choose(1, 366).ToArbitrary(),
            (day, workingDays) => holds(new DateOnly(2024, 1, 1).AddDays(day), workingDays))
            .QuickCheckThrowOnFailure();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
