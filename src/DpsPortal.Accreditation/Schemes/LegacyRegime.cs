using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// The days on which the Public Contracts Regulations 2015 stopped for dynamic purchasing systems, and for
/// light-touch schemes that were notified as one. London dates.
/// Source: SI 2024/716, reg. 5(4); domain §0.1, §1.5.
/// </summary>
internal static class LegacyRegime
{
    /// <summary>The Procurement Act 2023 commenced: a contract notice of this day or later makes no such scheme.</summary>
    public static readonly DateOnly Repealed = new(2025, 2, 24);

    /// <summary>The last day on which a validity period could be changed.</summary>
    public static readonly DateOnly LastChangeOfValidity = new(2026, 2, 23);

    /// <summary>The last day of any such scheme, whatever it was set up for.</summary>
    public static readonly DateOnly LastDay = new(2029, 2, 23);

    /// <summary>From 00:00 in London of the day after the last day nobody joins and nobody is invited.</summary>
    public static bool HasEnded(DateTime now) => LondonTime.DateOf(now) > LastDay;

    public static bool ValidityIsFrozen(DateTime now) => LondonTime.DateOf(now) > LastChangeOfValidity;
}
