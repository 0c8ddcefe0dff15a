using System.Globalization;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Tendering;

/// <summary>Values as they read in a British sentence.</summary>
internal static class Sentences
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>An instant as the London clock shows it, e.g. <c>3 December 2026 at 12:00</c>.</summary>
    public static string London(DateTime utc) =>
        LondonTime.ToLocal(utc).ToString("d MMMM yyyy 'at' HH:mm", British);

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", British);

    public static string Pounds(long pence) => (pence / 100m).ToString("£#,##0.00", British);

    /// <summary>With a full stop where the writer left it out.</summary>
    public static string Ended(string sentence) =>
        sentence is [.., '.' or '!' or '?' or '…'] ? sentence : $"{sentence}.";

    public static string Points(decimal points) => points.ToString("0.00", British);

    public static string Weight(decimal weight) => weight.ToString("0.##", British);
}
