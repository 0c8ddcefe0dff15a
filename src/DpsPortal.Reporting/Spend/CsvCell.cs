using System.Globalization;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Reporting.Spend;

/// <summary>A value as text for a CSV file that may be opened in a spreadsheet program.</summary>
internal static class CsvCell
{
    /// <summary>
    /// What can make a program take text for a formula, also in the full-width forms of East Asian input.
    /// Source: OWASP ASVS 5, 1.2.10.
    /// </summary>
    private const string FormulaStarts = "=+-@＝＋－＠\t\r\n\0";

    public static string Of(SpreadsheetCell cell) => cell.Kind switch
    {
        SpreadsheetCellKind.Empty => "",
        SpreadsheetCellKind.Text => Guarded(cell.Words!),
        SpreadsheetCellKind.Date => cell.Day.ToString("O", CultureInfo.InvariantCulture),
        SpreadsheetCellKind.WholeNumber => cell.Number.ToString("0", CultureInfo.InvariantCulture),
        SpreadsheetCellKind.Truth => cell.Number == 0 ? "false" : "true",
        _ => cell.Number.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// Text with an apostrophe before it when it, or what follows its leading blanks and invisible characters, begins
    /// like a formula (security T15). Numbers are never touched: they are not text.
    /// </summary>
    private static string Guarded(string text)
    {
        foreach (var c in text)
        {
            if (FormulaStarts.Contains(c))
            {
                return "'" + text;
            }

            if (!char.IsWhiteSpace(c) && !char.IsControl(c)
                && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                return text;
            }
        }

        return text;
    }
}
