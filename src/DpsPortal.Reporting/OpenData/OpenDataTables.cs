using System.Globalization;
using CsvHelper;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Data;
using DpsPortal.Framework.Spreadsheets;
using DpsPortal.Reporting.Spend;

namespace DpsPortal.Reporting.OpenData;

/// <summary>Writes a table of the export row by row, under the caller's row-level policies.</summary>
internal sealed class OpenDataTables(ICurrentConnection current, ICurrentUser user)
{
    public async Task<bool> IsHostAsync(CancellationToken ct)
    {
        var connection = await current.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select exists (select from reporting.export_schemes)";
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whether the caller has declared a conflict in a provider: the export holds all that is kept of it.</summary>
    public async Task<bool> HasConflictAsync(CancellationToken ct)
    {
        var connection = await current.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select exists (select from accreditation.interest_declarations where officer_id = @officer and has_conflict)";
        var officer = command.CreateParameter();
        (officer.ParameterName, officer.Value) = ("officer", user.Id);
        command.Parameters.Add(officer);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <returns>How many rows.</returns>
    public async Task<int> WriteAsync(OpenDataTable table, Stream output, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync(ct);
        var connection = await current.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = table.Question;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = 0;
        while (await reader.ReadAsync(ct))
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                csv.WriteField(TextOf(reader.IsDBNull(i) ? null : reader.GetValue(i)));
            }

            await csv.EndRecordAsync(ct);
            rows++;
        }

        return rows;
    }

    /// <summary>Instants and dates as ISO 8601; text that begins like a formula is guarded (security T15).</summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } day =>
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        string text => CsvCell.Of(SpreadsheetCell.Text(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No column of the export is a {value.GetType().Name}."),
    };
}
