using System.Text;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Scoring;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.AwardRecords;

internal sealed class AwardRecordAppService(ITenderingDbContext db, CallOffReader callOffs, Evaluators evaluators)
    : IAwardRecordAppService
{
    public async Task<AwardRecordDto> GetAsync(Guid callOffId, CancellationToken ct)
    {
        var (_, record) = await ReadAsync(callOffId, ct);
        var report = Json.Read<AwardReportDto>(record.Report);
        return new AwardRecordDto(report, Replays(report), record.Sha256);
    }

    public async Task<AwardRecordFile> GetFileAsync(Guid callOffId, CancellationToken ct)
    {
        var (callOff, record) = await ReadAsync(callOffId, ct);
        return new AwardRecordFile(Encoding.UTF8.GetBytes(record.Report), $"{callOff.Reference}-record.json");
    }

    private async Task<(CallOff CallOff, AwardRecord Record)> ReadAsync(Guid callOffId, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        var record = await db.AwardRecords.AsNoTracking().SingleOrDefaultAsync(r => r.CallOffId == callOffId, ct)
            ?? throw new EntityNotFoundException(typeof(AwardRecord), callOffId);
        return (callOff, record);
    }

    /// <returns>Null where another rule ranked: today's says nothing of it.</returns>
    private static bool? Replays(AwardReportDto report) => report.RuleVersion == Evaluation.RuleVersion
        ? Json.Write(Evaluation.Evaluate(report.Input)) == Json.Write(report.Results)
        : null;
}
