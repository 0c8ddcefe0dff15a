using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Numbers of cases at court: of the Family Court (two letters of the court, the year, a letter and five figures), of
/// the Crown Court (a letter, the year, five figures), and, after a word about it, of a magistrates' court.
/// </summary>
internal static class CourtCaseNumbers
{
    private static readonly Regex Family = Pattern.Of(@"\b[A-Z]{2}[ -]?[0-9]{2}[ -]?[A-Z][ -]?[0-9]{5}\b");
    private static readonly Regex Crown = Pattern.Of(@"\b[ASTUV][ -]?20[0-9]{2}[ -]?[0-9]{4}\b");
    private static readonly Regex Magistrates = Pattern.Of(@"\b[0-9]{2}[A-Z0-9]{2}[0-9]{7}\b");

    private static readonly Regex Other = Pattern.Of(@"\b[A-Z]{0,4}[0-9]{1,6}[/-]?[A-Z]{0,2}[/-]?[0-9]{2,8}\b");
    private static readonly Regex Cue = Pattern.Of(@"\bCOURT|\bMAGISTRATE|\bPROCEEDINGS\b|\bCARE ORDER\b|\bCLAIM NO|\bCLAIM NUMBER");
    private static readonly Regex OtherCue = Pattern.Of(@"\b(?:COURT|CROWN|CLAIM) (?:(?:CASE|FILE) )?(?:REF|NO\b|NUMBER|ID\b|CASE)");

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Family)
            .Concat(text.Matches(Crown).Where(m => text.IsAfter(Cue, m.Index)))
            .Concat(text.Matches(Magistrates).Where(m => text.IsAfter(Cue, m.Index)))
            .Concat(text.Matches(Other).Where(m => text.IsAfter(OtherCue, m.Index, 28)))
        where match.Value.Count(char.IsAsciiDigit) >= 5
        select text.Finding(IdentifierKind.CourtCaseNumber, match.Index, match.Length);
}
