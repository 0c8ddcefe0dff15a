using System.Globalization;
using System.Text;
using System.Xml;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>What a cell says. A date is a number with a style; it is one here only if the style says so.</summary>
/// <param name="dates">By the index of the style.</param>
/// <param name="from1904">Days are counted from 1904, as early programs for the Macintosh did.</param>
internal sealed class XlsxValues(IReadOnlyList<string> strings, IReadOnlyList<bool> dates, bool from1904)
{
    /// <summary>Day 0; right from 1 March 1900 on. Source: ECMA-376, part 1, §18.17.4.1.</summary>
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private const int LastSerial = 2_958_465;

    private const int Days1904 = 1462;

    public ReadCell Of(XmlReader cell)
    {
        var type = cell.GetAttribute("t");
        var style = int.TryParse(cell.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        var (text, formula) = (new StringBuilder(), false);
        using var inside = cell.ReadSubtree();
        inside.Read();
        while (inside.Read())
        {
            if (inside.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (inside.LocalName)
            {
                case "f":
                    formula = true;
                    break;
                case "v":
                    using (var value = inside.ReadSubtree())
                    {
                        text.Append(TextOf(value));
                    }

                    break;
                case "is":
                    using (var value = inside.ReadSubtree())
                    {
                        text.Append(TextOf(value));
                    }

                    break;
                default:
                    break;
            }
        }

        return new ReadCell(Words(text.ToString(), type, style), formula);
    }

    /// <summary>All text inside, without the marks of pronunciation that East Asian input adds.</summary>
    public static string TextOf(XmlReader element)
    {
        var text = new StringBuilder();
        var more = element.Read();
        while (more)
        {
            if (element is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                element.Skip();
                more = !element.EOF;
                continue;
            }

            if (element.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                or XmlNodeType.Whitespace)
            {
                text.Append(element.Value);
            }

            more = element.Read();
        }

        return text.ToString();
    }

    private string Words(string value, string? type, int style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw new InvalidDataException("A cell names no text."),
        "b" => value == "1" ? "yes" : "no",
        "str" or "inlineStr" or "e" => value,
        "d" => value[..Math.Min(value.Length, 10)],
        _ => Number(value, style < dates.Count && dates[style]),
    };

    private string Number(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        if (isDate && number is >= 1 and <= LastSerial)
        {
            return Epoch.AddDays((int)number + (from1904 ? Days1904 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return Math.Abs(number) < 1e15 && number == Math.Truncate(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("0.############", CultureInfo.InvariantCulture);
    }
}
