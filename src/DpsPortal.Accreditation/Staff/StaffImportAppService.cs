using CsvHelper;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Staff;

internal sealed class StaffImportAppService(
    IAccreditationDbContext db, ICurrentUser user, TimeProvider clock) : IStaffImportAppService
{
    private static readonly string[] Needed = ["number", "name", "role", "started", "engagement"];

    public string Template() => $"{string.Join(',', StaffRow.Columns)}\r\n{StaffRow.Example}\r\n";

    public async Task<StaffImportDto> ImportAsync(Stream csv, bool apply, CancellationToken ct)
    {
        var rows = await ReadAsync(csv, ct);
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var known = await db.StaffMembers.Where(s => s.ProviderId == user.OrganisationId)
            .ToDictionaryAsync(s => s.Number, StringComparer.OrdinalIgnoreCase, ct);
        var read = rows.Select((row, index) => (Line: index + 2, Row: row, Input: row.Read())).ToList();
        foreach (var twice in read.Where(r => r.Input.Number.Length > 0)
            .GroupBy(r => r.Input.Number, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            twice.Row.Report("number", $"Number {twice.Input.Number} stands in an earlier row. Give each person one row.");
        }

        foreach (var (_, row, input) in read.Where(r => r.Row.Problems.Count == 0))
        {
            foreach (var (field, message) in StaffInput.Errors(input.Vetting, today).ToList())
            {
                row.Report(TrainingColumns.ColumnOf(field) ?? field, message);
            }
        }

        var faulty = read.Where(r => r.Row.Problems.Count > 0)
            .Select(r => new StaffImportRowDto(r.Line, r.Row.Name, r.Row.Problems)).ToList();
        var changed = read.Count(r => known.ContainsKey(r.Input.Number));
        var stored = apply && faulty.Count == 0;
        if (stored)
        {
            foreach (var (_, row, input) in read)
            {
                Store(known.GetValueOrDefault(input.Number), input, row);
            }

            await db.SaveChangesAsync(ct);
        }

        return new StaffImportDto(read.Count, read.Count - changed, changed, stored, faulty);
    }

    private void Store(StaffMember? known, SaveStaffMemberDto input, StaffRow row)
    {
        if (known is null)
        {
            db.StaffMembers.Add(new StaffMember(Guid.CreateVersion7(), user.OrganisationId, input));
            return;
        }

        var trainings = TrainingColumns.Merge(known.Vetting.Trainings, input.Vetting.Trainings, row.Has);
        known.Change(input with { Vetting = input.Vetting with { Trainings = trainings } });
    }

    /// <exception cref="InvalidInputException">No table of staff: no heading, a column missing, or too many rows.</exception>
    private static async Task<List<StaffRow>> ReadAsync(Stream csv, CancellationToken ct)
    {
        var rows = new List<StaffRow>();
        try
        {
            await using var reader = CsvReader.Create(csv, CsvReaderOptions.Default with { SkipEmptyLines = true });
            await reader.ReadHeaderAsync(ct);
            var headers = reader.Headers.Select(h => h.Trim().TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_')).ToList();
            if (Needed.Except(headers).ToList() is { Count: > 0 } missing)
            {
                throw new InvalidInputException(
                    "file", $"The first row has to name the columns. Missing: {string.Join(", ", missing)}. Start from the template.");
            }

            while (await reader.ReadAsync(ct))
            {
                if (rows.Count == StaffConsts.MaxImportRows)
                {
                    throw new InvalidInputException("file", $"Import at most {StaffConsts.MaxImportRows} people at a time.");
                }

                rows.Add(new StaffRow(headers.Distinct().Where(h => headers.IndexOf(h) < reader.FieldCount)
                    .ToDictionary(h => h, h => reader.GetString(headers.IndexOf(h)) ?? "")));
            }
        }
        catch (CsvFormatException)
        {
            throw new InvalidInputException(
                "file", $"The file could not be read as a table after row {rows.Count + 1}. Save it as CSV and try again.");
        }

        return rows.Count > 0
            ? rows
            : throw new InvalidInputException("file", "There is nobody in the file below its heading.");
    }
}
