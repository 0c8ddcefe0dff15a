using System.Globalization;
using System.Text;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>Text as a cell of a workbook may hold it.</summary>
internal static class XlsxText
{
    /// <summary>
    /// Leaves out what XML 1.0 forbids (control characters, halves of surrogate pairs), escapes mark-up, and keeps
    /// text that looks like the format's own <c>_xHHHH_</c> escapes as it is. Source: ECMA-376, ST_Xstring.
    /// </summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 16);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                {
                    text.Append(c).Append(value[++i]);
                }
            }
            else if (c == '_' && LooksEscaped(value.AsSpan(i)))
            {
                text.Append("_x005F_");
            }
            else
            {
                Append(text, c);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char c) => _ = c switch
    {
        '&' => text.Append("&amp;"),
        '<' => text.Append("&lt;"),
        '>' => text.Append("&gt;"),
        '"' => text.Append("&quot;"),
        '\t' or '\n' => text.Append(c),
        '\r' => text.Append("&#13;"),
        < ' ' or '\uFFFE' or '\uFFFF' => text,
        _ => text.Append(c),
    };

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_'
        && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
