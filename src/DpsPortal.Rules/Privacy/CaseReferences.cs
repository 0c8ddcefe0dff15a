using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Numbers of cases, crimes and clients' records. Each system writes them in its own way, so a word stands before; the
/// number of the police's record of a person (PNC) has a shape of its own. References of the portal, URNs of Ofsted,
/// numbers of policies, contracts and firms pass. Source: privacy check, CaseReference.
/// </summary>
internal static class CaseReferences
{
    private static readonly Regex Pnc = Pattern.Of(@"\b(?:19|20)?[0-9]{2}/[0-9]{4,7}[A-Z]\b");

    /// <summary>Figures with letters, slashes, dashes or an asterisk between.</summary>
    private static readonly Regex Number = Pattern.Of(
        @"\b[A-Z]{0,5}[/-]?(?:[A-Z]{1,4}[/-])?[0-9]{1,10}(?:[/*.-][0-9A-Z]{1,10}){0,4}[A-Z]?\b");

    private static readonly Regex Cue = Pattern.Of(
        @"\bLCS\b|\bICS\b|\bMOSAIC\b|\bLIQUID ?LOGIC\b|\bLAS\b|\bAZEUS\b|\bCARE ?DIRECTOR\b|\bCARE ?FIRST\b"
            + @"|\bFRAMEWORK.?I\b|\bECLIPSE\b|\bEHM\b"
            + @"|\bCASE (?:REF|NO\b|NUM|ID\b|FILE|RECORD)|\bCASE [A-Z]{0,3}[ -]?$|\bCRIME (?:REF|NO\b|NUM|REPORT"
            + @"|RECORD|URN)|\bCRIME [A-Z]{0,2}$|\bCR NO"
            + @"|\bPOLICE (?:REF|NO\b|NUM|REPORT|CASE|LOG|CAD)|\b(?:CLIENT|PERSON|CUSTOMER|SERVICE USER|CHILD|YP|CYP"
            + @"|PATIENT|PUPIL|PARIS|RECORD|USER|PRISON|OFFENDER)(?:'S)? ?(?:REF|NO\b|NUM|ID\b|RECORD|IDENT)"
            + @"|\bLAC (?:NO\b|NUM|REF|ID\b)|\bCLA (?:NO\b|NUM|REF|ID\b)|\bCRN\b|\bPNC\b|\bCRO\b|\bCRIS\b|\bCHS\b"
            + @"|\bNICHE\b|\bATHENA\b|\bUNIQUE (?:ID|REF|NO)|\bURN [0-9A-Z]{0,4}$|\bURN:? $|\bCAD\b|\bMISPER"
            + @"|\bMISSING (?:REPORT|REF|EPISODE REF)"
            + @"|\bINCIDENT (?:REF|NO\b|NUM|LOG)|\bFILE (?:REF|NO\b|NUM)|\bYOUTH JUSTICE (?:REF|NO\b|NUM|ID)"
            + @"|\bY[OJ][STI]S? (?:REF|NO\b|NUM|ID\b)|\bASSET ?PLUS\b"
            + @"|\bSOCIAL (?:CARE|SERVICES) (?:REF|NO\b|NUM|ID\b)|\bSYSTEM (?:ID\b|NO\b|NUM|REF)|\bSWIFT (?:ID|NO"
            + @"|NUM)|\bNOMS\b|\bNRM (?:REF|NO\b|NUM|CASE)|\bREFERENCE FOR (?:THE )?(?:CHILD|YOUNG)"
            + @"|\bMASH (?:REF|NO\b|NUM|ID\b)|\bLADO (?:REF|NO\b|NUM)|\bHOUSING (?:REF|NO\b|NUM|APPLICATION)"
            + @"|\b(?:OUR|YOUR) REF|\bBADGE NO|\bCUSTODY (?:REF|NO\b|NUM|RECORD)|\bCOMPLAINT (?:REF|NO\b|NUM)");

    /// <summary>Nearer than the cue, it says that the number is something else.</summary>
    private static readonly Regex Other = Pattern.Of(
        @"\bOFSTED|\bPOLICY|\bSERIAL|\bINVOICE|\bCONTRACT|\bCOMPANY|\bCHARITY|\bVAT\b|\bVERSION|\bLOT\b|\bPAGE"
            + @"|\bREG(?:ULATION|S)?\b|\bSECTION|\bSCORE|\bLEVEL"
            + @"|\bHOURS?\b|\bWEEKS?\b|\bPLACES?\b|\bAGED?\b|\bBY\b|\bLOAD\b|\bSINCE\b|\bUNTIL\b|\bFROM\b"
            + @"|\bBETWEEN\b|\bICO\b|\bDUE\b|\bDATED\b|\bOF\b");

    /// <summary>"URN 01YE1234526" is a crime's; seven figures or two letters and six are Ofsted's.</summary>
    private static bool IsOfsted(PlainText text, Match match) =>
        text.IsAfter(Urn, match.Index, 8) && !(match.Length == 11 && match.Value.Any(char.IsAsciiLetter)
            && char.IsAsciiDigit(match.Value[0]));

    private static readonly Regex Urn = Pattern.Of(@"\bURN:? ?(?:NO\.?|NUMBER)? ?$");

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Pnc).Concat(LongestNumbers(text))
        select text.Finding(IdentifierKind.CaseReference, match.Index, match.Length);

    /// <summary>Non-overlapping, from the left: a number is not looked at again from its middle.</summary>
    private static IEnumerable<Match> LongestNumbers(PlainText text)
    {
        for (var match = Number.Match(text.Text); match.Success; match = match.NextMatch())
        {
            var trimmed = match.Value.TrimStart();
            var digits = trimmed.Count(char.IsAsciiDigit);
            if (digits is >= 4 and <= 16 && !IsYearAlone(trimmed) && !Date.IsMatch(trimmed) && text.At(match.Index - 1) is not ('£' or '.')
                && !IsOfsted(text, match) && text.IsAfter(Cue, match.Index, 26)
                && !text.IsAfter(Other, match.Index, 12))
            {
                yield return match;
            }
        }
    }

    private static readonly Regex Date = Pattern.Of("^[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{2}|[0-9]{4})$");

    private static bool IsYearAlone(string value) =>
        value.Length == 4 && (value.StartsWith("19", StringComparison.Ordinal)
            || value.StartsWith("20", StringComparison.Ordinal));
}
