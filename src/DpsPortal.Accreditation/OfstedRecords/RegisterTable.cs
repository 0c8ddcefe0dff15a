using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>A file as a table: its headings, and its rows in their order. Row 0 is line 2 of the file.</summary>
internal sealed record RegisterTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <exception cref="InvalidInputException">Neither a CSV nor an ODS file, too large, or without a heading.</exception>
    public static async Task<RegisterTable> ReadAsync(Stream file, string name, CancellationToken ct)
    {
        var rows = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" => await CsvTable.ReadAsync(file, ct),
            ".ODS" => OdsTable.Read(file),
            _ => throw new InvalidInputException("file", "Choose a CSV or an ODS file."),
        };
        if (rows.Count < 2)
        {
            throw new InvalidInputException("file", "There is no row in the file below its heading.");
        }

        var columns = rows[0].Select(c => c.Trim().TrimStart('\uFEFF')).ToList();
        if (columns.Where(c => c.Length > 0).GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw new InvalidInputException("file", $"Two columns are headed \"{twice.Key}\". Give each its own heading.");
        }

        return new RegisterTable(columns, rows.Skip(1).ToList());
    }

    /// <returns>Null when no such column was named.</returns>
    /// <exception cref="InvalidInputException">The file has no such column.</exception>
    public int? ColumnOf(string? heading, string field)
    {
        if (string.IsNullOrWhiteSpace(heading))
        {
            return null;
        }

        var at = Columns.ToList().FindIndex(c => c.Equals(heading.Trim(), StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw new InvalidInputException(field, $"The file has no column \"{heading}\".");
    }

    public string Cell(int row, int? column) =>
        column is { } at && at < Rows[row].Count ? Rows[row][at].Trim() : "";

    /// <exception cref="InvalidInputException">One more would be too many.</exception>
    public static void RefuseMore(int rows)
    {
        if (rows > OfstedConsts.MaxRows)
        {
            throw new InvalidInputException("file", $"The file has more than {OfstedConsts.MaxRows} rows.");
        }
    }

    /// <exception cref="InvalidInputException">More columns, or a longer text, than a register has.</exception>
    public static void RefuseWide(int columns, int cell, int row)
    {
        if (columns > OfstedConsts.MaxColumns)
        {
            throw new InvalidInputException("file", $"Row {row} has more than {OfstedConsts.MaxColumns} columns.");
        }

        if (cell > OfstedConsts.MaxCell)
        {
            throw new InvalidInputException("file", $"Row {row} has a cell of more than {OfstedConsts.MaxCell} characters.");
        }
    }
}
