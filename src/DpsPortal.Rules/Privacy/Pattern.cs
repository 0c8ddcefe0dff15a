using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

internal static class Pattern
{
    /// <summary>In time that grows with the text alone, whatever it is.</summary>
    public static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
