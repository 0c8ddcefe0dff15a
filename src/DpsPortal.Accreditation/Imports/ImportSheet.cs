using System.Globalization;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Accreditation.Imports;

/// <summary>A sheet of one kind: where its headings stand and its rows below them.</summary>
internal sealed record ImportSheet(
    string Name, ImportColumns Columns, int HeadingRow, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Headings decide what a sheet is; its name only where several kinds have them.</summary>
    /// <returns>Null for an empty sheet, or where a problem of the whole sheet was reported.</returns>
    public static ImportSheet? Read(ReadSheet sheet, List<ImportProblemDto> problems, List<string> notes)
    {
        if (sheet.TooLong)
        {
            problems.Add(TooLong(sheet.Name));
            return null;
        }

        if (sheet.Rows.Count == 0)
        {
            notes.Add($"Sheet “{sheet.Name}” is empty and was left out.");
            return null;
        }

        var found = sheet.Rows.Take(ImportFile.HeadingSearch)
            .SelectMany((row, index) => ImportColumns.Kinds.Select(kind => (Row: row, Index: index, Kind: kind)))
            .Select(c => (c.Row, c.Index, c.Kind, Fits: Fits(c.Row, c.Kind)))
            .OrderByDescending(c => c.Fits.Missing.Count == 0)
            .ThenByDescending(c => Named(sheet.Name, c.Kind)).ThenByDescending(c => c.Fits.Known)
            .ThenBy(c => c.Fits.Missing.Count).ThenBy(c => c.Index)
            .First();
        if (found.Fits.Missing.Count > 0)
        {
            problems.Add(new ImportProblemDto(
                sheet.Name, 0, "", "",
                found.Fits.Known < 2
                    ? "No row of the first ten holds our headings. Copy them from a template, or remove the sheet."
                    : $"This looks like {ImportColumns.InWords(found.Kind.Kind)}, but these headings are missing: "
                        + $"{string.Join(", ", found.Fits.Missing)}. Add the columns, or copy the headings from the template."));
            return null;
        }

        if (found.Index > 0)
        {
            notes.Add($"Sheet “{sheet.Name}”: the headings stand in row {Text(found.Row.Number)}; the title above them was left out.");
        }

        var headings = HeadingsOf(found.Row, found.Kind, sheet.Name, problems, notes);
        var rows = sheet.Rows.Skip(found.Index + 1)
            .Select(row => new ImportRow(sheet.Name, row, headings)).ToList();
        if (rows.Count > ImportConsts.MaxRows)
        {
            problems.Add(TooLong(sheet.Name));
            return null;
        }

        if (rows.Count == 0)
        {
            notes.Add($"Sheet “{sheet.Name}” has headings and no row below them.");
        }

        return new ImportSheet(sheet.Name, found.Kind, found.Row.Number, rows);
    }

    private static ImportProblemDto TooLong(string sheet) => new(
        sheet, 0, "", "", string.Create(
            CultureInfo.GetCultureInfo("en-GB"),
            $"The sheet has more than {ImportConsts.MaxRows:N0} rows. Divide it into several files."));

    private static bool Named(string sheet, ImportColumns kind) =>
        ImportColumns.Plain(sheet).Contains(ImportColumns.Plain(kind.Kind.ToString()), StringComparison.Ordinal);

    private static (int Known, IReadOnlyList<string> Missing) Fits(ReadRow row, ImportColumns kind)
    {
        var plain = row.Cells.Select(c => ImportColumns.Plain(c.Text)).ToHashSet();
        return (
            kind.All.Count(c => plain.Contains(ImportColumns.Plain(c))),
            [.. kind.Needed.Where(c => !plain.Contains(ImportColumns.Plain(c)))]);
    }

    private static Dictionary<string, int> HeadingsOf(
        ReadRow row, ImportColumns kind, string sheet, List<ImportProblemDto> problems, List<string> notes)
    {
        var known = kind.All.ToDictionary(ImportColumns.Plain);
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new List<string>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var text = row.Cells[i].Text.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (!known.TryGetValue(ImportColumns.Plain(text), out var heading))
            {
                unknown.Add(ImportRow.Short(text));
            }
            else if (!headings.TryAdd(heading, i))
            {
                problems.Add(new ImportProblemDto(
                    sheet, row.Number, $"{ImportRow.Letters(i)}, {heading}", text,
                    "Two columns have this heading. Keep one of them."));
            }
        }

        if (unknown.Count > 0)
        {
            notes.Add($"Sheet “{sheet}”: not asked for and left out: {string.Join(", ", unknown)}.");
        }

        return headings;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
