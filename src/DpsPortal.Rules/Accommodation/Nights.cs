using System.Globalization;

namespace DpsPortal.Rules.Accommodation;

/// <summary>Nights in a row: one stay may begin on the day on which another is left.</summary>
/// <param name="First">London date of the evening of the first night.</param>
/// <param name="LeavesOn">London date of leaving; that day's night is not counted.</param>
public sealed record Nights(DateOnly First, DateOnly LeavesOn)
{
    /// <summary>Whether a night is in both; stays without a night have none in common with any.</summary>
    public bool Overlaps(Nights other) =>
        First < other.LeavesOn && other.First < LeavesOn && First < LeavesOn && other.First < other.LeavesOn;

    /// <summary>For whoever asks from a day on: <c>until 5 June 2027</c>, or <c>from … to …</c>.</summary>
    public string InWords(DateOnly asked) =>
        First <= asked ? $"until {Day(LeavesOn)}" : $"from {Day(First)} to {Day(LeavesOn)}";

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
