using System.Globalization;
using System.Text;

namespace DpsPortal.Reporting.Spend;

/// <summary>Whose report, for which days: a name holds nothing else.</summary>
internal static class SpendFileName
{
    public static string? Of(string authority, DateOnly from, DateOnly to, SpendFormat format) =>
        format == SpendFormat.Json
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"spend-{Slug(authority)}-{from:yyyy-MM-dd}-to-{to:yyyy-MM-dd}.{(format == SpendFormat.Csv ? "csv" : "xlsx")}");

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (c is ' ' or '-' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
