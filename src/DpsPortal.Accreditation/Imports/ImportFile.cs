using System.Globalization;
using System.Text;
using CsvHelper;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Accreditation.Imports;

/// <summary>An uploaded file as sheets of plain cells, whatever program saved it.</summary>
/// <param name="Notes">What a person may want to know of how it was read.</param>
internal sealed record ImportFile(string Name, IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<string> Notes)
{
    private const string Unreadable =
        "The file could not be read as a spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV and try again.";

    private static readonly ReadLimits Limits =
        new(ImportConsts.MaxRows + HeadingSearch, ImportConsts.MaxColumns, ImportConsts.MaxCell);

    /// <summary>A title may stand above the headings, at most so many rows of it.</summary>
    public const int HeadingSearch = 10;

    /// <summary>How sentences begin that say what is too much; others are of a program.</summary>
    private static readonly string[] OwnWords = ["Row ", "Unpacked, "];

    /// <summary>Programs write separators for columns that were once in use.</summary>
    private const int MostSeparated = 16_384;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <exception cref="InvalidInputException">Neither a workbook nor CSV, or larger than an import may be.</exception>
    public static ImportFile Read(byte[] content, string name, ISpreadsheetReader workbooks, CancellationToken ct)
    {
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new InvalidInputException(
                "file", "This is a workbook of the old form, or one with a password. Save it as .xlsx without a password.");
        }

        try
        {
            if (content is not [(byte)'P', (byte)'K', ..])
            {
                return Csv(content, name, ct);
            }

            using var stream = new MemoryStream(content, writable: false);
            return new ImportFile(name, workbooks.Read(stream, Limits, ct), []);
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidInputException(
                "file", OwnWords.Any(w => broken.Message.StartsWith(w, StringComparison.Ordinal)) ? broken.Message : Unreadable);
        }
    }

    private static ImportFile Csv(byte[] content, string name, CancellationToken ct)
    {
        var (text, encoding) = Decode(content);
        var separator = SeparatorOf(text);
        var rows = new List<ReadRow>();
        var tooLong = false;
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
        });
        try
        {
            for (var number = 1; reader.Read(); number++)
            {
                ct.ThrowIfCancellationRequested();
                if (reader.FieldCount > MostSeparated)
                {
                    throw TooWide(number);
                }

                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => new ReadCell(reader.GetString(i) ?? "")).ToList();
                if (cells.TrueForAll(c => string.IsNullOrWhiteSpace(c.Text)))
                {
                    continue;
                }

                var last = cells.FindLastIndex(c => !string.IsNullOrWhiteSpace(c.Text));
                if (last >= Limits.Columns || cells.Exists(c => c.Text.Length > Limits.CellLength))
                {
                    throw TooWide(number);
                }

                if (rows.Count == Limits.Rows)
                {
                    tooLong = true;
                    break;
                }

                rows.Add(new ReadRow(number, cells.GetRange(0, last + 1)));
            }
        }
        catch (CsvFormatException)
        {
            throw new InvalidInputException(
                "file",
                $"The file could not be read as a table after row {(rows.Count == 0 ? 0 : rows[^1].Number)}. A quotation mark "
                    + "may be left open there. Mend it, or save the file as .xlsx.");
        }

        var sheet = new ReadSheet(Path.GetFileNameWithoutExtension(name), rows, tooLong);
        return new ImportFile(name, [sheet], [.. encoding, .. separator == ',' ? [] : new[] { SeparatorNote(separator) }]);
    }

    private static InvalidDataException TooWide(int row) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Row {row} has more than {Limits.Columns} columns, or a cell of more than {Limits.CellLength} characters."));

    private static string SeparatorNote(char separator) => separator switch
    {
        ';' => "Columns are divided by semicolons.",
        '\t' => "Columns are divided by tabs.",
        _ => "Columns are divided by strokes.",
    };

    /// <summary>UTF-8 or UTF-16 if it says or proves so, else what British Windows writes.</summary>
    private static (string Text, IReadOnlyList<string> Notes) Decode(byte[] content)
    {
        switch (content)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Encoding.UTF8.GetString(content, 3, content.Length - 3), []);
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode.GetString(content, 2, content.Length - 2), []);
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2), []);
            default:
                break;
        }

        if (content.Contains((byte)0))
        {
            throw new InvalidDataException("Neither text nor a workbook.");
        }

        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), []);
        }
        catch (DecoderFallbackException)
        {
            var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return (
                windows.GetString(content),
                ["The file is not in UTF-8; it was read as Windows-1252. Look at names with accents and pound signs."]);
        }
    }

    /// <summary>The one that the first lines have most of, outside quotation marks.</summary>
    private static char SeparatorOf(string text)
    {
        var (counts, quoted, lines) = (new int[Separators.Length], false, 0);
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && Array.IndexOf(Separators, c) is var at and >= 0)
            {
                counts[at]++;
            }
            else if (c == '\n' && ++lines == HeadingSearch)
            {
                break;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
