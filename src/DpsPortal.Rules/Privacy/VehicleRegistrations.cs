using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Number plates after a word about a car: many codes have their shape. Source: DVLA, INF104 (current, prefix and
/// suffix formats). The two old formats have to be written in capitals: "the A12 and".
/// </summary>
internal static class VehicleRegistrations
{
    private static readonly Regex Current = Pattern.Of(@"\b[A-HJ-PR-Y]{2}[0-9]{2}[ -]?[A-HJ-PR-Z]{3}\b");

    private static readonly Regex Old = Pattern.Of(
        @"\b[A-HJ-NPR-TV-Y][0-9]{1,3}[ -]?[A-HJ-PR-Z]{3}\b|\b[A-HJ-PR-Z]{3}[ -]?[0-9]{1,3}[A-HJ-NPR-TV-Y]\b");

    private static readonly Regex Cue = Pattern.Of(
        @"\b(?:CAR|VAN|VEHICLE|MOPED|GOLF|CORSA|FIESTA|FOCUS|BMW|AUDI|MERCEDES|SCOOTER|MOTORBIKE|REG|REGISTRATION"
            + @"|PLATE|PLATES|DRIVES|DRIVING)\b");

    /// <summary>Two letters of an area, an age from 02 to 29 or 51 to 79: in capitals sure without a word.</summary>
    private static readonly Regex Dated = Pattern.Of(@"\b[A-HJ-PR-Y]{2}(?:0[2-9]|[12][0-9]|5[1-9]|[67][0-9]) ?[A-HJ-PR-Z]{3}\b");

    private static readonly Regex Other = Pattern.Of(@"\b(?:INVOICE|POLICY|SERIAL|REF|REFERENCE|CONTRACT|ORDER|CODE|LOT|MODEL|NUMBER|NO|DN|PO)\b");

    public static IEnumerable<Finding> Sure(PlainText text) =>
        from match in text.Matches(Dated)
        where text.IsInCapitals(match.Index, match.Length) && !text.IsAfter(Other, match.Index, 20)
            && text.At(match.Index - 1) is not ('-' or '/') && text.At(match.Index + match.Length) is not ('-' or '/')
        select text.Finding(IdentifierKind.VehicleRegistration, match.Index, match.Length);

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Current)
            .Concat(text.Matches(Old).Where(m => text.IsInCapitals(m.Index, m.Length)))
        where text.IsAfter(Cue, match.Index)
        select text.Finding(IdentifierKind.VehicleRegistration, match.Index, match.Length);
}
