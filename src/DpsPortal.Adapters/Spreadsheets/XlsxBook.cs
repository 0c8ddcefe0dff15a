using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>
/// The sheets of one workbook, part by part without a document type. Source: ECMA-376, part 1, §18.2 (workbook), §18.3
/// (sheets), §18.4 (strings), §18.8 (styles).
/// </summary>
internal sealed class XlsxBook(ZipArchive archive, UnpackBudget budget, ReadLimits limits, CancellationToken ct)
{
    private const int MostSheets = 30;

    private const int MostStrings = 1_000_000;

    /// <summary>Programs keep rows that were once in use; so many times the limit are looked at.</summary>
    private const int BlankRows = 10;

    private const int MostColumnsOfTheFormat = 16_384;

    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string StrictRelation = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public IReadOnlyList<ReadSheet> Read()
    {
        var (sheets, from1904) = Sheets();
        var strings = Strings();
        var dates = XlsxDateStyles.Read(Part("xl/styles.xml"));
        var values = new XlsxValues(strings, dates, from1904);
        return [.. sheets.Select(s => Sheet(s.Name, Part(s.Part) ?? throw Broken(), values))];
    }

    private (List<(string Name, string Part)> Sheets, bool From1904) Sheets()
    {
        var parts = Relations();
        var (sheets, from1904) = (new List<(string, string)>(), false);
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var xml = Part("xl/workbook.xml") ?? throw Broken();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                var relation = xml.GetAttribute("id", Relation) ?? xml.GetAttribute("id", StrictRelation);
                if (relation is not null && parts.TryGetValue(relation, out var part) && sheets.Count < MostSheets)
                {
                    // Read once for each sheet that names it: a few bytes would cost as much as a large file.
                    sheets.Add(read.Add(part) ? (xml.GetAttribute("name") ?? "", part) : throw Broken());
                }
            }
        }

        return sheets.Count > 0 ? (sheets, from1904) : throw Broken();
    }

    /// <summary>Worksheets by the id that the workbook knows them by; charts and the like are left out.</summary>
    private Dictionary<string, string> Relations()
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Part("xl/_rels/workbook.xml.rels") ?? throw Broken();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                parts[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return parts;
    }

    private List<string> Strings()
    {
        var strings = new List<string>();
        using var xml = Part("xl/sharedStrings.xml");
        while (xml?.Read() ?? false)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                continue;
            }

            ct.ThrowIfCancellationRequested();
            if (strings.Count == MostStrings)
            {
                throw Broken();
            }

            if (xml.IsEmptyElement)
            {
                strings.Add("");
                continue;
            }

            using var item = xml.ReadSubtree();
            strings.Add(XlsxValues.TextOf(item));
        }

        return strings;
    }

    private ReadSheet Sheet(string name, XmlReader part, XlsxValues values)
    {
        var (rows, number, seen) = (new List<ReadRow>(), 0, 0);
        using (part)
        {
            while (part.Read())
            {
                if (part is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    continue;
                }

                number = int.TryParse(part.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? n
                    : number + 1;
                ct.ThrowIfCancellationRequested();
                if (++seen > limits.Rows * BlankRows)
                {
                    return new ReadSheet(name, rows, TooLong: true);
                }

                if (part.IsEmptyElement)
                {
                    continue;
                }

                using var row = part.ReadSubtree();
                var cells = Cells(row, number, values);
                if (cells.TrueForAll(c => string.IsNullOrWhiteSpace(c.Text)))
                {
                    continue;
                }

                if (rows.Count == limits.Rows)
                {
                    return new ReadSheet(name, rows, TooLong: true);
                }

                rows.Add(new ReadRow(number, cells));
            }
        }

        return new ReadSheet(name, rows, TooLong: false);
    }

    private List<ReadCell> Cells(XmlReader row, int number, XlsxValues values)
    {
        var cells = new List<ReadCell>();
        var next = 0;
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = ColumnOf(row.GetAttribute("r")) ?? next;
            next = column + 1;
            if (column >= MostColumnsOfTheFormat)
            {
                throw Broken();
            }

            if (row.IsEmptyElement)
            {
                continue;
            }

            var value = values.Of(row);
            if (value.Text.Length == 0 && !value.IsFormula)
            {
                continue;
            }

            if (column >= limits.Columns || value.Text.Length > limits.CellLength)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {number} has more than {limits.Columns} columns, or a cell of more than {limits.CellLength} characters."));
            }

            while (cells.Count <= column)
            {
                cells.Add(new ReadCell(""));
            }

            cells[column] = value;
        }

        return cells;
    }

    /// <returns>From 0 for A; null without letters.</returns>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A' + 1);
            if (column > MostColumnsOfTheFormat)
            {
                throw Broken();
            }
        }

        return column == 0 ? null : column - 1;
    }

    private XmlReader? Part(string name) => archive.GetEntry(name) is { } entry
        ? XmlReader.Create(new LimitedStream(entry.Open(), budget), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            CloseInput = true,
        })
        : null;

    private static InvalidDataException Broken() => new("The file is no workbook.");
}
