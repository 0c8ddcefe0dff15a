using CsvHelper;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.OfstedRecords;

internal static class CsvTable
{
    public static async Task<List<IReadOnlyList<string>>> ReadAsync(Stream csv, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            await using var reader = CsvReader.Create(csv, CsvReaderOptions.Default with { SkipEmptyLines = true });
            await reader.ReadHeaderAsync(ct);
            rows.Add([.. reader.Headers]);
            while (await reader.ReadAsync(ct))
            {
                RegisterTable.RefuseMore(rows.Count);
                RegisterTable.RefuseWide(reader.FieldCount, 0, rows.Count + 1);
                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i) ?? "").ToList();
                RegisterTable.RefuseWide(0, cells.Max(c => c.Length), rows.Count + 1);
                rows.Add(cells);
            }
        }
        catch (CsvFormatException)
        {
            throw new InvalidInputException(
                "file", $"The file could not be read as a table after row {rows.Count}. Save it as CSV and try again.");
        }

        return rows;
    }
}
