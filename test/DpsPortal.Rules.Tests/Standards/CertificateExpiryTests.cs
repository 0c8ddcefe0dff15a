using System.Globalization;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public class CertificateExpiryTests
{
    [Theory]
    [InlineData(DatedCertificate.LandlordGasSafetyRecord, "2025-11-23", "2026-11-23")]
    [InlineData(DatedCertificate.FireRiskAssessment, "2025-11-23", "2026-11-23")]
    [InlineData(DatedCertificate.ElectricalInstallationConditionReport, "2021-11-23", "2026-11-23")]
    [InlineData(DatedCertificate.LandlordGasSafetyRecord, "2024-02-29", "2025-02-28")]
    [InlineData(DatedCertificate.ElectricalInstallationConditionReport, "2024-02-29", "2029-02-28")]
    public void Fact_24_Gas_and_fire_hold_for_12_months_and_electrical_for_5_years(
        DatedCertificate certificate, string issued, string lastDay) =>
        CertificateExpiry.LastDay(certificate, Date(issued)).ShouldBe(Date(lastDay));

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    public void Fact_24_A_certificate_is_usable_through_its_last_day(string date, bool usable) =>
        CertificateExpiry.IsUsable(Date("2026-11-23"), Date(date)).ShouldBe(usable);

    [Theory]
    [InlineData("2026-11-23", "2026-11-24T00:00:00Z")]
    [InlineData("2026-06-30", "2026-06-30T23:00:00Z")]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    public void Fact_24_A_premises_is_suspended_from_midnight_in_London_after_the_last_day(
        string lastDay, string from) =>
        CertificateExpiry.UnusableFrom(Date(lastDay))
            .ShouldBe(DateTimeOffset.Parse(from, CultureInfo.InvariantCulture).UtcDateTime);

    [Fact]
    public void Fact_24_Reminders_go_60_30_14_7_and_1_days_before() =>
        CertificateExpiry.Reminders(Date("2026-12-31")).ShouldBe(
        [
            Date("2026-11-01"), Date("2026-12-01"), Date("2026-12-17"), Date("2026-12-24"), Date("2026-12-30"),
        ]);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
