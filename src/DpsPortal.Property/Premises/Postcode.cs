using System.Text.RegularExpressions;

namespace DpsPortal.Property.Premises;

/// <summary>A full postcode of the right form, in capitals with one space; it need not exist.</summary>
internal sealed partial record Postcode
{
    private Postcode(string outward, string inward) => (OutwardCode, InwardCode) = (outward, inward);

    /// <summary>The first half, e.g. <c>HA9</c>: as much as a buyer sees before award.</summary>
    public string OutwardCode { get; }

    public string InwardCode { get; }

    /// <summary>Null when the text has not the form of a postcode. Spaces and small letters do no harm.</summary>
    public static Postcode? Parse(string text)
    {
        var match = Form().Match(text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        return match.Success ? new Postcode(match.Groups["outward"].Value, match.Groups["inward"].Value) : null;
    }

    public override string ToString() => $"{OutwardCode} {InwardCode}";

    /// <summary>A9, A99, AA9, AA99, A9A or AA9A, then 9AA without letters easily misread. Source: BS 7666-2.</summary>
    [GeneratedRegex(
        "^(?<outward>[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9][ABEHMNPRV-Y]))"
        + "(?<inward>[0-9][ABD-HJLNP-UW-Z]{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
