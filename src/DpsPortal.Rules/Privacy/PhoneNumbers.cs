namespace DpsPortal.Rules.Privacy;

/// <summary>
/// British numbers of ten or eleven digits from nought, and any number with the code of a country. Source: Ofcom,
/// National Telephone Numbering Plan; ITU-T E.164 (at most 15 digits).
/// </summary>
internal static class PhoneNumbers
{
    private const int FewestDigits = 9;
    private const int MostDigits = 17;
    private const string Separators = " -./()";

    public static IEnumerable<Finding> In(PlainText text) =>
        from number in new DigitGroups(text).Numbers(FewestDigits, MostDigits, Separators, start =>
            MayStart(text, start))
        where IsInternational(number, text) || IsBritish(number)
        where !char.IsAsciiLetterOrDigit(text.At(number.Start - 1)) && text.At(number.Start - 1) != '£'
        group number by number.Start into sameStart
        let longest = sameStart.Last()
        let start = StartOf(longest, text)
        select text.Finding(IdentifierKind.Phone, start, longest.End - start);

    /// <summary>"oh seven seven double oh ..."</summary>
    public static IEnumerable<Finding> Spoken(PlainText text) =>
        from number in SpokenDigits.In(text)
        where number.Digits.Length is 10 or 11 && number.Digits[0] == '0'
        select text.Finding(IdentifierKind.Phone, number.Start, number.End - number.Start);

    /// <summary>With the sign and the bracket before the first digit.</summary>
    private static int StartOf(WrittenNumber number, PlainText text)
    {
        var start = number.Start;
        while (start > 0 && text.Text[start - 1] is '+' or '(' && number.Start - start < 2)
        {
            start--;
        }

        return start;
    }

    private static bool MayStart(PlainText text, int start) =>
        text.At(start) == '0' || text.At(start - 1) is '+' or '(' || text.At(start - 2) == '+';

    private static bool IsInternational(WrittenNumber number, PlainText text)
    {
        var sign = text.Text.AsSpan(0, number.Start).TrimEnd(" (");
        var hasPlus = sign.EndsWith("+") && number.Start - sign.Length <= 2;
        return (hasPlus && number.Digits.Length is >= 9 and <= 15 && number.Digits[0] != '0')
            || (number.Digits.StartsWith("0044", StringComparison.Ordinal) && number.Digits.Length is >= 13 and <= 15);
    }

    /// <summary>
    /// The first group is the code, unless the digits stand alone or in pairs: else 01.12.2026 10 is a number.
    /// </summary>
    private static bool IsBritish(WrittenNumber number) =>
        number.Digits.Length is 10 or 11 && number.Digits[0] == '0'
        && number.Digits[1] is '1' or '2' or '3' or '7' or '8'
        && (number.Groups[0] >= 3 || (number.IsSpelledOut && !number.MayBeScores) || IsInPairs(number));

    private static bool IsInPairs(WrittenNumber number) =>
        number.Digits.StartsWith("07", StringComparison.Ordinal) && number.Groups.Length >= 5
        && number.Groups.SkipLast(1).All(length => length == 2);
}
