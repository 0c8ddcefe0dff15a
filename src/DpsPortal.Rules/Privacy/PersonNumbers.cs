using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>Numbers that a person has for life, by shape and check letter.</summary>
internal static class PersonNumbers
{
    /// <summary>Without I, O and S, in the order of the remainder. Source: DfE, Unique pupil numbers guide.</summary>
    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static readonly Regex Upn =
        Pattern.Of(@"\b[A-HJ-NP-RT-Z](?:[ .-]{0,3}[0-9]){11}[ .-]{0,3}[0-9A-HJ-NP-RT-Z]\b");

    private static readonly Regex NationalInsurance = Pattern.Of(
        @"\b[A-CEGHJ-PR-TW-Z][ ./-]{0,2}[A-CEGHJ-NPR-TW-Z](?:[ ./-]{0,3}[0-9]){6}(?:[ ./-]{0,3}[A-D])?\b");

    private static readonly Regex NationalInsuranceCue = Pattern.Of(@"NATIONAL INSURANCE|\bNINO\b|\bN\.?I\.?\b");
    /// <summary>After its word any two letters count: QQ is what examples and haste have.</summary>
    private static readonly Regex NamedNationalInsurance = Pattern.Of(
        @"\b[A-Z][ ./-]{0,2}[A-Z](?:[ ./-]{0,3}[0-9]){6}(?:[ ./-]{0,3}[A-Z])?\b");

    private static readonly string[] NeverIssued = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

    private static readonly string[] Words =
        ["AM", "AN", "AS", "AT", "BE", "BY", "HE", "ME", "MY", "ON", "OR", "PM", "WE"];

    public static IEnumerable<Finding> Upns(PlainText text) =>
        from match in text.Matches(Upn)
        where HasItsCheckLetter(Without(match.ValueSpan))
        select text.Finding(IdentifierKind.Upn, match.Index, match.Length);

    /// <summary>Source: HMRC, NIM39110: prefixes never issued, suffix A to D.</summary>
    public static IEnumerable<Finding> NationalInsuranceNumbers(PlainText text) =>
        from match in text.Matches(NationalInsurance)
        let number = Without(match.ValueSpan)
        where !NeverIssued.Contains(number[..2])
        where char.IsAsciiLetter(number[^1]) || text.IsAfter(NationalInsuranceCue, match.Index)
        where match.Length == number.Length || IsNoSentence(text, match, number)
        select text.Finding(IdentifierKind.NationalInsuranceNumber, match.Index, match.Length);

    public static IEnumerable<Finding> NamedNationalInsuranceNumbers(PlainText text) =>
        from match in text.Matches(NamedNationalInsurance)
        where text.IsAfter(NationalInsuranceCue, match.Index, 36)
            || (match.Value.StartsWith("QQ", StringComparison.Ordinal) && match.Value[^1] is >= 'A' and <= 'D'
            && text.IsInCapitals(match.Index, 2))
        select text.Finding(IdentifierKind.NationalInsuranceNumber, match.Index, match.Length);

    /// <summary>"On 12.10.26 a bed was free" and "policy AB123456 a copy" have the shape as well.</summary>
    private static bool IsNoSentence(PlainText text, Match match, string number)
    {
        var isInCapitals = text.IsInCapitals(match.Index, match.Length);
        return isInCapitals || (!match.Value.Contains('/', StringComparison.Ordinal) && !Words.Contains(number[..2])
            && !text.IsInCapitals(match.Index, 2));
    }

    /// <summary>Weights 2 to 13, modulus 23; the last place of a temporary number is a letter.</summary>
    private static bool HasItsCheckLetter(string upn)
    {
        var sum = 0;
        for (var i = 1; i < upn.Length; i++)
        {
            var value = char.IsAsciiDigit(upn[i])
                ? upn[i] - '0'
                : CheckLetters.IndexOf(upn[i], StringComparison.Ordinal);
            sum += value * (i + 1);
        }

        return upn[0] == CheckLetters[sum % CheckLetters.Length];
    }

    private static string Without(ReadOnlySpan<char> separated) =>
        separated.ToString().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
}
