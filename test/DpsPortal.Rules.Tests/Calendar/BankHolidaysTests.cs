using DpsPortal.Rules.Calendar;

namespace DpsPortal.Rules.Tests.Calendar;

public class BankHolidaysTests
{
    [Theory]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2033, "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2034, "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26")]
    public void A_year_has_the_bank_holidays_of_England_and_Wales(int year, string days) =>
        BankHolidays.Of(year).Select(date => date.ToString("MM-dd", null)).ShouldBe(days.Split(' '));

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2024-03-31")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_is_found_at_its_earliest_its_latest_and_its_exceptions(string date)
    {
        var easter = DateOnly.ParseExact(date, "yyyy-MM-dd");

        BankHolidays.EasterSunday(easter.Year).ShouldBe(easter);
    }

    [Fact]
    public void No_bank_holiday_falls_on_a_weekend_and_none_on_another()
    {
        for (var year = 1978; year <= 2400; year++)
        {
            var holidays = BankHolidays.Of(year);

            holidays.ShouldBeUnique();
            holidays.ShouldBeInOrder();
            holidays.ShouldAllBe(date => date.DayOfWeek != DayOfWeek.Saturday && date.DayOfWeek != DayOfWeek.Sunday);
        }
    }
}
