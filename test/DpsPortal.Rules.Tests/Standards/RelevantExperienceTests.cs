using DpsPortal.Rules.Standards;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Rules.Tests.Standards;

public class RelevantExperienceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2024-12-24", "2026-11-23", 23, 0, false)]
    [InlineData("2024-11-25", "2026-11-23", 23, 30, false)]
    [InlineData("2024-11-24", "2026-11-23", 24, 0, true)]
    [InlineData("2024-11-23", "2026-11-23", 24, 1, true)]
    public void Fact_26_A_manager_has_24_months_of_the_last_five_years(
        string start, string end, int months, int days, bool enough)
    {
        var experience = Count((start, end));

        (experience.Months, experience.Days).ShouldBe((months, days));
        experience.IsEnough.ShouldBe(enough);
    }

    [Fact]
    public void Fact_26_What_lies_more_than_five_years_back_does_not_count()
    {
        Count(("2010-01-01", "2021-11-23")).ShouldBe(new RelevantExperience(0, 0));
        Count(("2010-01-01", "2021-11-24")).ShouldBe(new RelevantExperience(0, 1));
        Count(("2010-01-01", "2023-11-22")).IsEnough.ShouldBeFalse();
        Count(("2010-01-01", "2023-11-23")).ShouldBe(new RelevantExperience(24, 0));
    }

    [Fact]
    public void Fact_26_Periods_that_overlap_count_once() =>
        Count(("2025-01-01", "2025-12-31"), ("2025-06-01", "2026-05-31"), ("2025-07-01", "2025-07-31"))
            .ShouldBe(new RelevantExperience(17, 0));

    [Fact]
    public void Fact_26_Periods_that_touch_are_one_stretch() =>
        Count(("2024-11-24", "2025-03-10"), ("2025-03-11", "2026-11-23")).ShouldBe(new RelevantExperience(24, 0));

    [Fact]
    public void Fact_26_Stretches_add_up_and_31_of_their_days_make_a_month()
    {
        Count(("2023-01-01", "2023-12-16"), ("2025-01-01", "2025-12-14")).ShouldBe(new RelevantExperience(22, 30));
        Count(("2023-01-01", "2023-12-17"), ("2025-01-01", "2025-12-14")).ShouldBe(new RelevantExperience(23, 0));
    }

    [Fact]
    public void Fact_26_A_post_still_held_counts_to_today_and_one_to_come_not_at_all()
    {
        Count(("2025-11-24", null)).ShouldBe(new RelevantExperience(12, 0));
        Count(("2026-11-24", null)).ShouldBe(new RelevantExperience(0, 0));
        Count(("2025-11-24", "2030-01-01")).ShouldBe(new RelevantExperience(12, 0));
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Should.Throw<RuleViolationException>(() => Count(("2025-01-02", "2025-01-01")))
            .Code.ShouldBe(RulesErrorCodes.Standards.PeriodEndsBeforeItStarts);

    [Fact]
    public void The_order_of_the_periods_and_saying_one_twice_make_no_odds() =>
        Prop.ForAll(
            (from start in Gen.Choose(-2_500, 30)
             from length in Gen.Choose(0, 900)
             select new EmploymentPeriod(Today.AddDays(start), Today.AddDays(start + length))).ArrayOf().ToArbitrary(),
            periods =>
            {
                var counted = RelevantExperience.Count(periods, Today);
                return counted == RelevantExperience.Count(periods.Reverse().Concat(periods), Today)
                    && counted.Months is >= 0 and <= 60 && counted.Days is >= 0 and < 31;
            }).QuickCheckThrowOnFailure();

    private static RelevantExperience Count(params (string Start, string? End)[] periods) =>
        RelevantExperience.Count(
            periods.Select(period => new EmploymentPeriod(
                Date(period.Start), period.End is null ? null : Date(period.End))),
            Today);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
