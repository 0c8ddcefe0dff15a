using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>
/// The first sheet of an OpenDocument spreadsheet. It reads <c>content.xml</c> alone, without a document type, and
/// stops at hard limits: a small file can unpack to a very large one, and one cell can say that it is repeated a
/// million times. Source: ODF 1.3, part 3, §9.1 (tables) and §19 (attributes).
/// </summary>
internal static class OdsTable
{
    /// <summary>Of the unpacked text, in bytes.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;

    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public static List<IReadOnlyList<string>> Read(Stream file)
    {
        try
        {
            // In memory, at most the size of an upload: the archive seeks, which a stream of a request does poorly.
            using var memory = new MemoryStream();
            file.CopyTo(memory);
            memory.Position = 0;
            using var archive = new ZipArchive(memory, ZipArchiveMode.Read);
            var entry = archive.GetEntry("content.xml") ?? throw Unreadable();
            using var content = new LimitedStream(entry.Open(), new UnpackBudget(MostUnpacked));
            using var xml = XmlReader.Create(content, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                MaxCharactersInDocument = MostUnpacked,
            });
            return xml.ReadToFollowing("table", Table) ? Rows(xml.ReadSubtree()) : throw Unreadable();
        }
        catch (Exception refused) when (refused is InvalidDataException or XmlException)
        {
            throw Unreadable();
        }
    }

    private static List<IReadOnlyList<string>> Rows(XmlReader table)
    {
        var (rows, empty) = (new List<IReadOnlyList<string>>(), 0);
        using (table)
        {
            while (table.ReadToFollowing("table-row", Table))
            {
                var repeated = Repeated(table, "number-rows-repeated");
                var cells = Cells(table.ReadSubtree(), rows.Count + 1);

                // A sheet ends in one empty row that is repeated to its full height.
                if (cells.TrueForAll(string.IsNullOrWhiteSpace))
                {
                    RegisterTable.RefuseMore(rows.Count + ++empty);
                    continue;
                }

                RegisterTable.RefuseMore(rows.Count + Math.Min(repeated, OfstedConsts.MaxRows + 2) - 1);
                rows.AddRange(Enumerable.Repeat<IReadOnlyList<string>>(cells, repeated));
            }
        }

        return rows;
    }

    private static List<string> Cells(XmlReader row, int number)
    {
        var (cells, blanks) = (new List<string>(), 0);
        using (row)
        {
            row.Read();
            while (row.Read())
            {
                if (row.NodeType != XmlNodeType.Element || row.NamespaceURI != Table
                    || row.LocalName is not ("table-cell" or "covered-table-cell"))
                {
                    continue;
                }

                var repeated = Repeated(row, "number-columns-repeated");
                var text = CellText(row, number);
                if (text.Length == 0)
                {
                    blanks += Math.Min(repeated, OfstedConsts.MaxColumns + 1);
                    continue;
                }

                RegisterTable.RefuseWide(
                    cells.Count + Math.Min(blanks, OfstedConsts.MaxColumns) + Math.Min(repeated, OfstedConsts.MaxColumns + 1),
                    text.Length, number);
                cells.AddRange(Enumerable.Repeat("", blanks));
                cells.AddRange(Enumerable.Repeat(text, repeated));
                blanks = 0;
            }
        }

        return cells;
    }

    /// <summary>A date as its value, everything else as it is shown; paragraphs of a cell as one line.</summary>
    private static string CellText(XmlReader cell, int number)
    {
        var date = cell.GetAttribute("date-value", Office);
        var text = new StringBuilder();
        if (cell.IsEmptyElement)
        {
            return date is null ? "" : date[..Math.Min(date.Length, 10)];
        }

        using var inside = cell.ReadSubtree();
        inside.Read();
        while (inside.Read())
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "p", NamespaceURI: Text } && text.Length > 0)
            {
                text.Append(' ');
            }
            else if (inside is { NodeType: XmlNodeType.Element, LocalName: "s", NamespaceURI: Text })
            {
                text.Append(' ');
            }
            else if (inside.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(inside.Value);
                RegisterTable.RefuseWide(0, text.Length, number);
            }
        }

        return date is null ? text.ToString() : date[..Math.Min(date.Length, 10)];
    }

    private static int Repeated(XmlReader element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute, Table), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? Math.Max(1, n)
            : 1;

    private static InvalidInputException Unreadable() =>
        new("file", "The file could not be read as a spreadsheet. Save it as ODS or CSV and try again.");
}
