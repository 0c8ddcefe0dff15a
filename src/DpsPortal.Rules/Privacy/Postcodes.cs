using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Full postcodes, also with O for nought; an outward code alone, as HA9, is an area and passes. Source: BS 7666;
/// Royal Mail, Programmers' Guide to PAF (areas, and the letters that inward codes do without).
/// </summary>
internal static class Postcodes
{
    private static readonly Regex Shape = Pattern.Of(
        @"\b[A-Z]{1,2}[0-9O][0-9A-Z]?[ ./-]{0,3}[0-9O][ABD-HJLNP-UW-Z]{2}\b"
            + @"|\b[A-Z][ .-](?:[A-Z][ .-])?[0-9O][ .-](?:[0-9A-Z][ .-])?[0-9O](?:[ .-][ABD-HJLNP-UW-Z]){2}\b");

    private static readonly HashSet<string> Areas = new(StringComparer.Ordinal)
    {
        "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO", "CR",
        "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY",
        "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT",
        "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP",
        "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL",
        "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W",
        "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
    };

    /// <summary>"S20 2nd review", "L2 3hr": a section of the Children Act and a rank, a level and hours.</summary>
    private static bool IsRankOrHours(string code) => code[^2..] switch
    {
        "ST" => code[^3] == '1',
        "ND" => code[^3] == '2',
        "RD" => code[^3] == '3',
        "TH" => code[^3] is '0' or >= '4',
        "HR" or "YR" => AreaOf(code) is "L" or "S",
        _ => false,
    };

    public static IEnumerable<Finding> In(PlainText text) =>
        from match in text.Matches(Shape)
        let code = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit))
        where Areas.Contains(AreaOf(code))
        where text.IsInCapitals(match.Index, match.Length) || IsSureInSmallLetters(code, text, match)
        select text.Finding(IdentifierKind.Postcode, match.Index, match.Length);

    private static bool IsSureInSmallLetters(string code, PlainText text, Match match) =>
        char.IsAsciiDigit(code[^3]) && char.IsAsciiDigit(code[AreaOf(code).Length])
        && !(IsRankOrHours(code) && !text.IsInCapitals(match.Index + match.Length - 2, 2));

    /// <summary>O where the number of the district belongs stands for nought.</summary>
    private static string AreaOf(string code)
    {
        var outward = code[..^3];
        var letters = outward.TakeWhile(char.IsAsciiLetter).Count();
        return letters > 1 && letters == outward.Length ? outward[..^1]
            : letters > 2 ? outward[..(letters - 1)]
            : outward[..letters];
    }
}
