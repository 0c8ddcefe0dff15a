using System.Globalization;
using System.Runtime.CompilerServices;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules;

namespace DpsPortal.Reporting.Spend;

internal sealed class SpendAppService(SpendReader reader, SpendFiles files, IAuditTrail audit, ICurrentUser user)
    : ISpendAppService
{
    /// <summary>What a report is remembered under in the audit trail; its id is the authority's.</summary>
    internal const string AuditObject = "SpendReport";

    public async Task<SpendExport> ExportAsync(DateOnly from, DateOnly to, string format, CancellationToken ct)
    {
        var kind = KindOf(format);
        Check(from, to);
        var file = TemporaryFile.Create();
        try
        {
            var rows = new Counted();
            await files.WriteAsync(kind, file, rows.Of(RowsAsync(from, to, ct), ct), ct);
            await RememberAsync(from, to, kind, rows.Count, await TemporaryFile.HashOfAsync(file, ct), ct);
            return new SpendExport(file, ContentTypeOf(kind), SpendFileName.Of(user.OrganisationName, from, to, kind));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async Task<RunRateDto> GetRunRateAsync(DateOnly on, CancellationToken ct)
    {
        var (placements, weekly) = (0, 0L);
        await foreach (var row in RowsAsync(on, on, ct))
        {
            placements++;
            weekly += row.Price.TotalPence;
        }

        return new RunRateDto(on, placements, weekly);
    }

    public async Task<SpendSummaryDto> GetSummaryAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        Check(from, to);
        var summary = new SpendSummary(from, to);
        await foreach (var placement in reader.ReadAsync(user.OrganisationId, from, to, ct))
        {
            summary.Add(placement);
        }

        return summary.ToDto();
    }

    private async IAsyncEnumerable<SpendRow> RowsAsync(
        DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var placement in reader.ReadAsync(user.OrganisationId, from, to, ct))
        {
            foreach (var row in SpendRow.Of(placement, from, to))
            {
                yield return row;
            }
        }
    }

    /// <summary>Before a byte of it leaves, so that no file is out there that nobody remembers.</summary>
    private Task RememberAsync(
        DateOnly from, DateOnly to, SpendFormat format, int rows, string hash, CancellationToken ct)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{format} {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, {rows} rows, {SpendColumns.All.Count} columns "
            + $"{SpendColumns.All[0].Name}..{SpendColumns.All[^1].Name}, SHA-256 {hash}");
        return audit.RecordAsync(AuditObject, user.OrganisationId, new AuditEntry("Export", null, what, null), ct);
    }

    private static SpendFormat KindOf(string format) => format.ToUpperInvariant() switch
    {
        "CSV" => SpendFormat.Csv,
        "XLSX" => SpendFormat.Xlsx,
        "JSON" => SpendFormat.Json,
        _ => throw new InvalidInputException("format", "Give csv, xlsx or json."),
    };

    private static string ContentTypeOf(SpendFormat format) => format switch
    {
        SpendFormat.Csv => "text/csv; charset=utf-8",
        SpendFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json; charset=utf-8",
    };

    private static void Check(DateOnly from, DateOnly to)
    {
        if (from > to)
        {
            throw new RuleViolationException(
                ReportingErrorCodes.FromAfterTo, "Give a first day that is not after the last day.", "from");
        }
    }

    private sealed class Counted
    {
        public int Count { get; private set; }

        public async IAsyncEnumerable<SpendRow> Of(
            IAsyncEnumerable<SpendRow> rows, [EnumeratorCancellation] CancellationToken ct)
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                Count++;
                yield return row;
            }
        }
    }
}
