using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Numbers of somebody's case at the Home Office: ARC, port, visa, UAN. Most have no shape of their own, so a word must
/// stand before them; Ofsted's URN has seven digits too and passes.
/// </summary>
internal static class HomeOfficeReferences
{
    private static readonly Regex Sure = Pattern.Of(@"\bGWF ?[0-9]{9}\b|\b(?:1212|3434)(?:[ ./-]{0,3}[0-9]{4}){3}\b");

    private static readonly Regex Number = Pattern.Of(
        @"\b(?:[A-Z]{1,4}[0-9]?[/ -]?)?[0-9]{5,10}(?:/[0-9]{1,3})?\b|\b[0-9]{4}(?:[ ./-]{0,3}[0-9]{4}){3}\b");

    private static readonly Regex Cue = Pattern.Of(
        @"\bHOME OFFICE\b|\bH\.?O\.? (?:REF|NO|NUM|CASE)|\bH\.?O\.?:? [A-Z]?$|\bCID\b|\bPASSPORT (?:NO|NUM|REF)"
            + @"|\bPASSPORT:? [A-Z]{0,3}$|\bEUSS\b|\bECAA\b|\bARC\b|\bPORT (?:REF|NO|NUMBER)|\bVISA\b|\bUAN\b"
            + @"|\bBRP\b|\bBIOMETRIC\b"
            + @"|\bIMMIGRATION\b|\bASYLUM (?:REG|REF|NO\b|NUMBER|CLAIM|CASE|APPLICATION)|\bPORT [A-Z]{0,4}$|\bNASS\b"
            + @"|\bLEAVE TO REMAIN (?:REF|NO)");

    private static readonly Regex CueAfter = Pattern.Of(@"^[ ,(]{0,3}(?:HOME OFFICE|H\.?O\.? REF|ARC\b|UAN\b)");

    private static readonly Regex Urn = Pattern.Of(@"\bURN");
    private static readonly char[] Digits = [.. "0123456789"];

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Sure).Concat(text.Matches(Number).Where(m => HasCue(text, m)))
        let start = WithoutWord(text, match)
        select text.Finding(IdentifierKind.HomeOfficeReference, start, match.Index + match.Length - start);

    /// <summary>"ref 7654321": a word in small letters and a blank are no part of the number.</summary>
    private static int WithoutWord(PlainText text, Match match)
    {
        var blank = match.Value.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && char.IsAsciiLetter(match.Value[0]) && (!text.IsInCapitals(match.Index, blank)
            || match.Value[..blank] is "ARC" or "REF" or "UAN" or "BRP" or "NO" or "ID")
            ? match.Index + blank + 1
            : match.Index;
    }

    private static bool HasCue(PlainText text, Match match)
    {
        var digits = match.Index + match.Value.IndexOfAny(Digits);
        return text.At(digits - 1) != '£' && (text.IsAfter(Cue, digits)
            || text.IsBefore(CueAfter, match.Index + match.Length, 16)) && !text.IsAfter(Urn, digits, 8);
    }
}
