using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>
/// An Office Open XML workbook, part by part without a document type, with hard limits: a small file can unpack to a
/// very large one. Source: ECMA-376, part 1, §18.2 (workbook), §18.3 (sheets), §18.4 (strings), §18.8 (styles).
/// </summary>
internal sealed class XlsxReader : ISpreadsheetReader
{
    /// <summary>Of one part, unpacked, in bytes.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;

    private const int MostSheets = 30;

    private const int MostColumnsOfTheFormat = 16_384;

    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string StrictRelation = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public IReadOnlyList<ReadSheet> Read(Stream workbook, ReadLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            var (sheets, from1904) = Sheets(archive);
            var strings = Strings(archive);
            var dates = XlsxDateStyles.Read(Part(archive, "xl/styles.xml"));
            var values = new XlsxValues(strings, dates, from1904);
            return [.. sheets.Select(s => Sheet(s.Name, Part(archive, s.Part) ?? throw Broken(), values, limits))];
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException("A part is not well-formed.", broken);
        }
    }

    private static (List<(string Name, string Part)> Sheets, bool From1904) Sheets(ZipArchive archive)
    {
        var parts = Relations(archive);
        var (sheets, from1904) = (new List<(string, string)>(), false);
        using var xml = Part(archive, "xl/workbook.xml") ?? throw Broken();
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
                    sheets.Add((xml.GetAttribute("name") ?? "", part));
                }
            }
        }

        return sheets.Count > 0 ? (sheets, from1904) : throw Broken();
    }

    /// <summary>Worksheets by the id that the workbook knows them by; charts and the like are left out.</summary>
    private static Dictionary<string, string> Relations(ZipArchive archive)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Part(archive, "xl/_rels/workbook.xml.rels") ?? throw Broken();
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

    private static List<string> Strings(ZipArchive archive)
    {
        var strings = new List<string>();
        using var xml = Part(archive, "xl/sharedStrings.xml");
        while (xml?.Read() ?? false)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                using var item = xml.ReadSubtree();
                strings.Add(XlsxValues.TextOf(item));
            }
        }

        return strings;
    }

    private static ReadSheet Sheet(string name, XmlReader part, XlsxValues values, ReadLimits limits)
    {
        var (rows, number) = (new List<ReadRow>(), 0);
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
                using var row = part.ReadSubtree();
                var cells = Cells(row, number, values, limits);
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

    private static List<ReadCell> Cells(XmlReader row, int number, XlsxValues values, ReadLimits limits)
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

    private static XmlReader? Part(ZipArchive archive, string name) => archive.GetEntry(name) is { } entry
        ? XmlReader.Create(new LimitedStream(entry.Open(), MostUnpacked), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            CloseInput = true,
            MaxCharactersInDocument = MostUnpacked,
        })
        : null;

    private static InvalidDataException Broken() => new("The file is no workbook.");
}
