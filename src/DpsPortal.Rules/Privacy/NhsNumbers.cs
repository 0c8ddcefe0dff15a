using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Ten digits that pass modulus 11. Source: NHS Data Dictionary, NHS NUMBER. One in eleven of any ten digits passes, so
/// without a word beside it only the usual ways of writing one count: a date and a time have ten digits too.
/// </summary>
internal static class NhsNumbers
{
    private static readonly Regex Cue = Pattern.Of(@"NHS");
    private static readonly int[][] Usual = [[10], [3, 3, 4], [3, 4, 3], [5, 5], [3, 7]];

    public static IEnumerable<Finding> In(PlainText text) =>
        from number in new DigitGroups(text).Numbers(10, 10, " -./,()")
        where PassesModulus11(number.Digits)
        where !char.IsAsciiLetter(text.At(number.End))
        where text.IsAfter(Cue, number.Start) || (IsUsual(number, text) && IsFree(number, text))
        select text.Finding(IdentifierKind.NhsNumber, number.Start, number.End - number.Start);

    /// <summary>"nine four three ...": nobody spells out what is no number of somebody.</summary>
    public static IEnumerable<Finding> Spoken(PlainText text) =>
        from number in SpokenDigits.In(text)
        where number.Digits.Length == 10 && PassesModulus11(number.Digits)
        select text.Finding(IdentifierKind.NhsNumber, number.Start, number.End - number.Start);

    private static bool IsUsual(WrittenNumber number, PlainText text) =>
        (number.IsSpelledOut || Usual.Any(number.Groups.SequenceEqual)) && !number.MayBeScores
        && !text.Text.AsSpan(number.Start, number.End - number.Start).Contains(',');

    /// <summary>Neither money nor the tail of a code.</summary>
    private static bool IsFree(WrittenNumber number, PlainText text) =>
        !char.IsAsciiLetter(text.At(number.Start - 1)) && text.At(number.Start - 1) != '£';

    /// <remarks>Weights 10 to 2; a remainder that asks for the check digit 10 is never issued.</remarks>
    private static bool PassesModulus11(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * (10 - i);
        }

        return (11 - (sum % 11)) % 11 == digits[9] - '0';
    }
}
