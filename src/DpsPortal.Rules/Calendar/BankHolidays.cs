namespace DpsPortal.Rules.Calendar;

/// <summary>
/// The bank holidays of England and Wales, by rule. One-off holidays and moved ones, made by proclamation, are not
/// known to a rule: there was none announced for 2024-2029.
/// Source: Banking and Financial Dealings Act 1971, Sch 1, with the days proclaimed every year.
/// </summary>
public static class BankHolidays
{
    /// <summary>The year's bank holidays in order; a substitute stands in its day's stead.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        var (christmas, boxing) = ChristmasAndBoxingDay(year);
        return
        [
            NewYearsDay(year),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            christmas,
            boxing,
        ];
    }

    public static bool Includes(DateOnly date) => Of(date.Year).Contains(date);

    /// <summary>
    /// Gregorian Easter. The golden number, the century's corrections and the Sunday letter give the first Sunday
    /// after the ecclesiastical full moon.
    /// </summary>
    internal static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var fullMoon = epact - (epact / 28 * (1 - (29 / (epact + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + fullMoon + 2 - century + (century / 4)) % 7;
        var sunday = fullMoon - weekday;
        var month = 3 + ((sunday + 40) / 44);
        return new DateOnly(year, month, sunday + 28 - (31 * (month / 4)));
    }

    private static DateOnly NewYearsDay(int year)
    {
        var day = new DateOnly(year, 1, 1);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }

    private static (DateOnly Christmas, DateOnly Boxing) ChristmasAndBoxingDay(int year)
    {
        var (christmas, boxing) = (new DateOnly(year, 12, 25), new DateOnly(year, 12, 26));
        return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => (christmas, boxing.AddDays(2)),
            DayOfWeek.Saturday => (christmas.AddDays(2), boxing.AddDays(2)),
            // Boxing Day keeps its Monday; Christmas Day moves past it.
            DayOfWeek.Sunday => (boxing, boxing.AddDays(1)),
            _ => (christmas, boxing),
        };
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((8 - (int)first.DayOfWeek) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
    }
}
