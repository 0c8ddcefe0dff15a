using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>Which styles of a workbook show a number as a date. Source: ECMA-376, part 1, §18.8.30.</summary>
internal static partial class XlsxDateStyles
{
    private static readonly HashSet<int> BuiltIn = [14, 15, 16, 17, 22, .. Enumerable.Range(27, 10), .. Enumerable.Range(50, 9)];

    /// <returns>By the index of the style; empty for a workbook without styles.</returns>
    public static IReadOnlyList<bool> Read(XmlReader? styles)
    {
        var (custom, found, inCells) = (new HashSet<int>(), new List<bool>(), false);
        using (styles)
        {
            while (styles?.Read() ?? false)
            {
                if (styles.LocalName == "cellXfs")
                {
                    inCells = styles.NodeType == XmlNodeType.Element;
                }
                else if (styles.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                else if (styles.LocalName == "numFmt" && IsDate(styles.GetAttribute("formatCode") ?? ""))
                {
                    custom.Add(Id(styles.GetAttribute("numFmtId")));
                }
                else if (inCells && styles.LocalName == "xf")
                {
                    var id = Id(styles.GetAttribute("numFmtId"));
                    found.Add(BuiltIn.Contains(id) || custom.Contains(id));
                }
            }
        }

        return found;
    }

    private static int Id(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Names a year or a day, outside quoted text and colours.</summary>
    private static bool IsDate(string format) =>
        Quoted().Replace(format, "").IndexOfAny(['y', 'Y', 'd', 'D']) >= 0;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
