using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Numbers of somebody's case at the Home Office: ARC, port, visa, UAN. Most have no shape of their own, so a word must
/// stand before them; Ofsted's URN has seven digits too and passes.
/// </summary>
internal static class HomeOfficeReferences
{
    private static readonly Regex Sure = Pattern.Of(@"\bGWF ?[0-9]{9}\b|\b(?:1212|3434)(?:[ -]?[0-9]{4}){3}\b");

    private static readonly Regex Number = Pattern.Of(
        @"\b(?:[A-Z]{1,4}[0-9]?[/ -]?)?[0-9]{6,10}(?:/[0-9]{1,3})?\b|\b[0-9]{4}(?:[ -]?[0-9]{4}){3}\b");

    private static readonly Regex Cue = Pattern.Of(
        @"\bHOME OFFICE\b|\bH\.?O\.? REF|\bARC\b|\bPORT (?:REF|NO|NUMBER)|\bVISA\b|\bUAN\b|\bBRP\b|\bBIOMETRIC\b"
            + @"|\bIMMIGRATION\b|\bASYLUM (?:REG|REF|NO\b|NUMBER|CLAIM)");

    private static readonly Regex Urn = Pattern.Of(@"\bURN");
    private static readonly char[] Digits = [.. "0123456789"];

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Sure).Concat(text.Matches(Number).Where(m => HasCue(text, m)))
        select text.Finding(IdentifierKind.HomeOfficeReference, match.Index, match.Length);

    private static bool HasCue(PlainText text, Match match)
    {
        var digits = match.Index + match.Value.IndexOfAny(Digits);
        return text.At(digits - 1) != '£' && text.IsAfter(Cue, digits) && !text.IsAfter(Urn, digits, 8);
    }
}
