using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Reporting.Spend;

internal enum SpendFormat { Csv, Xlsx, Json }

/// <summary>Writes the rows of a report in each of its formats, row by row.</summary>
internal sealed class SpendFiles(ISpreadsheetWriter spreadsheets)
{
    private const string Sheet = "Spend";

    private static readonly SpreadsheetColumn[] SheetColumns =
        [.. SpendColumns.All.Select(c => new SpreadsheetColumn(c.Name, c.Width))];

    public Task WriteAsync(
        SpendFormat format, Stream output, IAsyncEnumerable<SpendRow> rows, CancellationToken ct) => format switch
        {
            SpendFormat.Csv => WriteCsvAsync(output, rows, ct),
            SpendFormat.Xlsx => spreadsheets.WriteAsync(output, Sheet, SheetColumns, CellsOf(rows, ct), ct),
            _ => WriteJsonAsync(output, rows, ct),
        };

    private static async Task WriteCsvAsync(Stream output, IAsyncEnumerable<SpendRow> rows, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in SpendColumns.All)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in SpendColumns.All)
            {
                csv.WriteField(CsvCell.Of(column.Cell(row)));
            }

            await csv.EndRecordAsync(ct);
        }
    }

    /// <summary>An array of objects keyed by column; money as text, so that no reader makes a binary float of it.</summary>
    private static async Task WriteJsonAsync(Stream output, IAsyncEnumerable<SpendRow> rows, CancellationToken ct)
    {
        const int flushAfterBytes = 32 * 1024;
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(ct))
        {
            json.WriteStartObject();
            foreach (var column in SpendColumns.All)
            {
                json.WritePropertyName(column.Name);
                Write(json, column.Cell(row));
            }

            json.WriteEndObject();
            if (json.BytesPending > flushAfterBytes)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(ct);
    }

    private static void Write(Utf8JsonWriter json, SpreadsheetCell cell)
    {
        switch (cell.Kind)
        {
            case SpreadsheetCellKind.Empty:
                json.WriteNullValue();
                break;
            case SpreadsheetCellKind.Truth:
                json.WriteBooleanValue(cell.Number != 0);
                break;
            case SpreadsheetCellKind.WholeNumber or SpreadsheetCellKind.Measure:
                json.WriteNumberValue(cell.Number);
                break;
            case SpreadsheetCellKind.Text:
                json.WriteStringValue(cell.Words);
                break;
            case SpreadsheetCellKind.Date:
                json.WriteStringValue(cell.Day.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(cell.Number.ToString("0.00", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<SpreadsheetCell>> CellsOf(
        IAsyncEnumerable<SpendRow> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            yield return SpendColumns.CellsOf(row);
        }
    }
}
