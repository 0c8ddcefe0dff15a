using System.Globalization;
using System.IO.Compression;
using System.Text;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>
/// An Office Open XML workbook (ECMA-376) of six parts, written as text into the archive. No properties part, so
/// no author; no defined names, no comments, no shared strings, nothing hidden. The same table gives the same bytes.
/// </summary>
internal sealed class XlsxWriter : ISpreadsheetWriter
{
    private const int FlushAfterChars = 32 * 1024;

    /// <summary>The earliest a ZIP entry can bear; the real one would tell when, and change the file's hash.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Day 0 of the 1900 date system, as right from 1 March 1900 on.</summary>
    private static readonly int Epoch = new DateOnly(1899, 12, 30).DayNumber;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteAsync(
        Stream output, string sheet, IReadOnlyList<SpreadsheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<SpreadsheetCell>> rows, CancellationToken ct)
    {
        var archive = await ZipArchive.CreateAsync(
            output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await using (archive)
        {
            await AddAsync(archive, "[Content_Types].xml", XlsxParts.ContentTypes, ct);
            await AddAsync(archive, "_rels/.rels", XlsxParts.PackageRelations, ct);
            await AddAsync(archive, "xl/workbook.xml", XlsxParts.Workbook(XlsxText.Escape(sheet)), ct);
            await AddAsync(archive, "xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations, ct);
            await AddAsync(archive, "xl/styles.xml", XlsxParts.Styles, ct);
            await using var part = await OpenAsync(archive, "xl/worksheets/sheet1.xml", ct);
            await WriteSheetAsync(part, columns, rows, ct);
        }
    }

    private static async Task WriteSheetAsync(
        StreamWriter part, IReadOnlyList<SpreadsheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<SpreadsheetCell>> rows, CancellationToken ct)
    {
        string[] letters = [.. Enumerable.Range(0, columns.Count).Select(Letters)];
        var text = new StringBuilder(FlushAfterChars * 2).Append(XlsxParts.SheetStart);
        AppendColumns(text, columns);
        AppendHeading(text, columns, letters);
        var last = 1;
        await foreach (var row in rows.WithCancellation(ct))
        {
            AppendRow(text, ++last, row, letters);
            if (text.Length > FlushAfterChars)
            {
                await part.WriteAsync(text, ct);
                text.Clear();
            }
        }

        text.Append(XlsxParts.SheetEnd($"A1:{letters[^1]}{last.ToString(CultureInfo.InvariantCulture)}"));
        await part.WriteAsync(text, ct);
    }

    private static void AppendColumns(StringBuilder text, IReadOnlyList<SpreadsheetColumn> columns)
    {
        text.Append("<cols>");
        for (var i = 0; i < columns.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>""");
        }

        text.Append("</cols><sheetData>");
    }

    private static void AppendHeading(StringBuilder text, IReadOnlyList<SpreadsheetColumn> columns, string[] letters)
    {
        text.Append("<row r=\"1\">");
        for (var i = 0; i < columns.Count; i++)
        {
            AppendText(text, columns[i].Name, letters[i], row: 1, XlsxParts.HeadingStyle);
        }

        text.Append("</row>");
    }

    private static void AppendRow(StringBuilder text, int row, IReadOnlyList<SpreadsheetCell> cells, string[] letters)
    {
        if (cells.Count != letters.Length)
        {
            throw new ArgumentException("A row has a cell for each column.", nameof(cells));
        }

        text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        for (var i = 0; i < cells.Count; i++)
        {
            Append(text, cells[i], letters[i], row);
        }

        text.Append("</row>");
    }

    private static void Append(StringBuilder text, SpreadsheetCell cell, string column, int row)
    {
        switch (cell.Kind)
        {
            case SpreadsheetCellKind.Empty:
                break;
            case SpreadsheetCellKind.Text:
                AppendText(text, cell.Words!, column, row, style: 0);
                break;
            case SpreadsheetCellKind.Truth:
                text.Append(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" t=\"b\"><v>{cell.Number}</v></c>");
                break;
            default:
                var (number, style) = cell.Kind switch
                {
                    SpreadsheetCellKind.Date => (cell.Number - Epoch, XlsxParts.DateStyle),
                    SpreadsheetCellKind.Money => (cell.Number, XlsxParts.MoneyStyle),
                    SpreadsheetCellKind.Measure => (cell.Number, XlsxParts.MeasureStyle),
                    _ => (cell.Number, XlsxParts.WholeNumberStyle),
                };
                text.Append(
                    CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" s=\"{style}\"><v>{number}</v></c>");
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value, string column, int row, int style) => text
        .Append(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" s=\"{style}\" t=\"inlineStr\">")
        .Append("<is><t xml:space=\"preserve\">").Append(XlsxText.Escape(value)).Append("</t></is></c>");

    private static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + Letters(column % 26);

    private static async Task AddAsync(ZipArchive archive, string name, string content, CancellationToken ct)
    {
        await using var part = await OpenAsync(archive, name, ct);
        await part.WriteAsync(content.AsMemory(), ct);
    }

    private static async Task<StreamWriter> OpenAsync(ZipArchive archive, string name, CancellationToken ct)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return new StreamWriter(await entry.OpenAsync(ct), Utf8);
    }
}
