using DpsPortal.Rules.Calendar;

namespace DpsPortal.Rules.Standards;

public enum DatedCertificate
{
    LandlordGasSafetyRecord,
    ElectricalInstallationConditionReport,
    FireRiskAssessment,
}

/// <summary>
/// How long a premises' certificates hold, by London dates. A certificate can be relied on through its last day and not
/// from 00:00 the day after, when a critical one suspends its premises.
/// </summary>
public static class CertificateExpiry
{
    /// <summary>The days before the last day on which its owner is reminded.</summary>
    public static readonly IReadOnlyList<int> ReminderDays = [60, 30, 14, 7, 1];

    /// <summary>
    /// The last day that is not more than the certificate's term after its date: gas and fire 12 months, electrical
    /// 5 years. A term from 29 February ends on the 28th where there is no 29th.
    /// Source: Gas Safety (Installation and Use) Regs 1998, reg. 36; SI 2020/312, reg. 3.
    /// </summary>
    public static DateOnly LastDay(DatedCertificate certificate, DateOnly issued) => certificate switch
    {
        DatedCertificate.LandlordGasSafetyRecord => issued.AddMonths(12),
        DatedCertificate.ElectricalInstallationConditionReport => issued.AddYears(5),
        DatedCertificate.FireRiskAssessment => issued.AddMonths(12),
        _ => throw new ArgumentOutOfRangeException(nameof(certificate)),
    };

    public static bool IsUsable(DateOnly lastDay, DateOnly londonDate) => londonDate <= lastDay;

    /// <summary>The instant from which the certificate no longer counts: 00:00 in London after its last day.</summary>
    public static DateTime UnusableFrom(DateOnly lastDay) => LondonTime.StartOfDay(lastDay.AddDays(1));

    /// <summary>The London dates of the reminders, the earliest first.</summary>
    public static IReadOnlyList<DateOnly> Reminders(DateOnly lastDay) =>
        [.. ReminderDays.Select(days => lastDay.AddDays(-days))];
}
