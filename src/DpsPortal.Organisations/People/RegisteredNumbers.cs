using System.Text.RegularExpressions;

namespace DpsPortal.Organisations.People;

/// <summary>Numbers by which a provider is known to a public register, written in one way only.</summary>
internal static partial class RegisteredNumbers
{
    public const int MaxLength = 8;

    /// <summary>
    /// Eight characters: digits, or two letters and six digits. Leading noughts are often left out.
    /// Source: Companies House, uniform resource identifiers for companies.
    /// </summary>
    /// <returns>Null if it is no such number.</returns>
    public static string? Company(string text)
    {
        var plain = Plain(text);
        plain = plain.All(char.IsAsciiDigit) ? plain.PadLeft(8, '0') : plain;
        return CompanyNumber().IsMatch(plain) && plain != "00000000" ? plain : null;
    }

    /// <summary>Six or seven digits. Source: Charity Commission for England and Wales, register of charities.</summary>
    /// <returns>Null if it is no such number.</returns>
    public static string? Charity(string text) => CharityNumber().IsMatch(Plain(text)) ? Plain(text) : null;

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^([0-9]{8}|[A-Z]{2}[0-9]{6})$")]
    private static partial Regex CompanyNumber();

    [GeneratedRegex("^[1-9][0-9]{5,6}$")]
    private static partial Regex CharityNumber();
}
