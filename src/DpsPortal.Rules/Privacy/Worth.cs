using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// What does not block and is worth a look: a long number that no word explains, and what neighbours may have heard of.
/// Source: design, security §4.3 (family events, bare numbers of six to eight figures).
/// </summary>
internal static class Worth
{
    private static readonly Regex Number = Pattern.Of(@"\b[0-9]{6,10}\b");

    private static readonly Regex Explained = Pattern.Of(
        @"£|\bURN|\bPOLICY|\bSERIAL|\bINVOICE|\bORDER|\bCOMPANY|\bCHARITY|\bVAT|\bCONTRACT|\bREGISTRATION"
            + @"|\bCERTIFICATE|\bMETER|\bACCOUNT|\bASSET|\bTAG\b|\bGAS SAFE|\bPO\b|\bMPAN|\bLICENCE");

    private static readonly Regex Rare = Pattern.Of(
        @"\bMURDER(?:ED|S)?\b|\bMANSLAUGHTER\b|\bIN THE (?:NEWS|PRESS|PAPERS)\b|\bMEDIA COVERAGE\b|\bTRIPLETS?\b"
            + @"|\bQUADRUPLETS?\b|\bRARE (?:BLOOD |GENETIC |HEART )?(?:DISORDER|CONDITION|DISEASE|ILLNESS|SYNDROME)\b"
            + @"|\bWELL KNOWN (?:LOCALLY|IN THE AREA)\b|\bON (?:TV|TELEVISION)\b|\bSTABBED TO DEATH\b"
            + @"|\bONLY (?:CHILD|ONE) FROM\b|\bHOUSE FIRE\b|\bSERIOUS CASE REVIEW\b");

    public static IEnumerable<Finding> ALook(PlainText text, DateOnly today) =>
        NamedStreets.Streets(text).Select(street => street.Found).Concat(
        from match in Rare.Matches(text.Text).Concat(Number.Matches(text.Text).Where(m =>
            !text.IsAfter(Explained, m.Index, 20)))
        select text.Finding(
            char.IsAsciiDigit(match.Value[0])
                ? IdentifierKind.UnknownNumber : IdentifierKind.RareFact, match.Index, match.Length));
}
