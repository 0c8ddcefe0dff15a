using System.Globalization;
using System.IO.Compression;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Reporting.OpenData;

internal sealed class OpenDataAppService(
    OpenDataTables tables, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IOpenDataAppService
{
    /// <summary>What an export is remembered under in the audit trail; its id is the authority's.</summary>
    internal const string AuditObject = "OpenData";

    public async Task<OpenDataExport> ExportAsync(CancellationToken ct)
    {
        if (!await tables.IsHostAsync(ct))
        {
            throw new BusinessException(ReportingErrorCodes.NoHost);
        }

        if (await tables.HasConflictAsync(ct))
        {
            throw new ForbiddenByStageException(ReportingErrorCodes.ExportConflict);
        }

        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var file = TemporaryFile.Create();
        try
        {
            var counts = await WriteAsync(file, today, ct);
            var hash = await TemporaryFile.HashOfAsync(file, ct);

            // Before a byte of it leaves, so that no file is out there that nobody remembers.
            await audit.RecordAsync(
                AuditObject, user.OrganisationId,
                new AuditEntry("Export", null, $"{string.Join(", ", counts)}; SHA-256 {hash}", null), ct);
            return new OpenDataExport(
                file, string.Create(CultureInfo.InvariantCulture, $"open-data-{today:yyyy-MM-dd}.zip"));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<List<string>> WriteAsync(FileStream file, DateOnly today, CancellationToken ct)
    {
        var counts = new List<string>();
        await using var archive = await ZipArchive.CreateAsync(
            file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var table in OpenDataTable.All)
        {
            await using var entry = await archive.CreateEntry($"{table.Name}.csv").OpenAsync(ct);
            var rows = await tables.WriteAsync(table, entry, ct);
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Name} {rows}"));
        }

        await using var readme = await archive.CreateEntry("README.txt").OpenAsync(ct);
        await readme.WriteAsync(Encoding.UTF8.GetBytes(Readme(today)), ct);
        return counts;
    }

    private string Readme(DateOnly today)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Open data of {user.OrganisationName}, {today:yyyy-MM-dd}")
            .AppendLine()
            .AppendLine("Each file is CSV: UTF-8, comma, a heading in the first row. Days are YYYY-MM-DD of London,")
            .AppendLine("instants are UTC, truths are true or false, nothing is an empty cell.")
            .AppendLine("Text that a spreadsheet program might take for a formula has an apostrophe before it.")
            .AppendLine("The files hold people’s data and addresses of homes: keep them as you keep the portal’s.");
        foreach (var table in OpenDataTable.All)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{table.Name}.csv: {table.About}");
            foreach (var (name, meaning) in table.Columns)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {name}: {meaning}");
            }
        }

        return text.ToString();
    }
}
