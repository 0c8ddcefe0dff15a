using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using static DpsPortal.Property.Tests.Homes;

namespace DpsPortal.Property.Tests.Premises;

public sealed class CertificateReminderTests
{
    private static readonly DateOnly LastDay = new(2027, 11, 1);

    [Theory]
    [InlineData(61, 0)]
    [InlineData(60, 1)]
    [InlineData(59, 0)]
    [InlineData(31, 0)]
    [InlineData(30, 1)]
    [InlineData(15, 0)]
    [InlineData(14, 1)]
    [InlineData(8, 0)]
    [InlineData(7, 1)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Fact_24_Reminders_go_out_60_30_14_7_and_1_days_before(int daysBefore, int expected)
    {
        var home = GasOnly();
        for (var day = 90; day > daysBefore; day--)
        {
            home.Remind(Noon(day));
        }

        home.ClearRecorded();

        home.Remind(Noon(daysBefore));

        home.Events.OfType<CertificateReminderEto>().Count().ShouldBe(expected);
    }

    [Fact]
    public void Fact_24_A_reminder_goes_out_once_however_often_the_worker_runs()
    {
        var home = GasOnly();

        for (var run = 0; run < 5; run++)
        {
            home.Remind(Noon(30));
        }

        home.Events.ShouldHaveSingleItem().ShouldBe(new CertificateReminderEto(
            home.Id, Provider, "SE13", CertificateKind.GasSafety, LastDay));
    }

    [Fact]
    public void After_a_standstill_one_reminder_makes_up_for_those_missed()
    {
        var home = GasOnly();

        home.Remind(Noon(10));
        home.Remind(Noon(9));

        home.Events.Count.ShouldBe(1);
        home.Reminders.ShouldHaveSingleItem().DaysBefore.ShouldBe(14);
    }

    [Fact]
    public void A_renewed_paper_begins_its_own_reminders()
    {
        var home = GasOnly();
        home.Remind(Noon(1));

        home.Update(Details([Paper(CertificateKind.GasSafety, new DateOnly(2027, 10, 31))]), Noon(1));
        home.Remind(Noon(1));
        home.Remind(new DateTime(2028, 9, 1, 12, 0, 0, DateTimeKind.Utc));

        home.Events.OfType<CertificateReminderEto>().Select(e => e.ExpiresOn)
            .ShouldBe([LastDay, new DateOnly(2028, 10, 31)]);
    }

    private static Property.Premises.Premises GasOnly()
    {
        var home = Home(Details([Paper(CertificateKind.GasSafety, new DateOnly(2026, 11, 1))]));
        home.ClearRecorded();
        return home;
    }

    private static DateTime Noon(int daysBefore) =>
        LastDay.AddDays(-daysBefore).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
}
