using System.Data;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.DbMigrator;

/// <summary>Writes the whole audit trail into a file that the verifier checks. For whoever runs the portal.</summary>
internal static class AuditExport
{
    public static async Task RunAsync(IConfiguration configuration, string target, Action<string> say, CancellationToken ct)
    {
        var owner = configuration.GetConnectionString("Owner")
            ?? throw new InvalidOperationException("ConnectionStrings__Owner is missing.");
        await using var db = DatabaseMigrator.Context(owner);
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var file = await ReadAsync(db, ct);
        await File.WriteAllTextAsync(target, SealingJson.WriteFile(file), ct);
        say($"{file.Events.Count} events and {file.Seals.Count} seals are in {target}.");
    }

    /// <remarks>The caller's transaction makes it all of one moment.</remarks>
    internal static async Task<AuditFile> ReadAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        var leaves = await db.AuditLeaves.AsNoTracking().ToDictionaryAsync(l => l.EventId, ct);
        var events = await db.AuditEvents.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        return new AuditFile
        {
            Format = AuditFile.CurrentFormat,
            Seals = [.. (await db.AuditSeals.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct)).Select(s => s.ToSigned())],
            Events = [.. events.Select(e => ToExported(e, leaves.GetValueOrDefault(e.Id)))],
            Waiting = await db.UnsealedEvents.Select(w => w.EventId).ToListAsync(ct),
        };
    }

    private static ExportedEvent ToExported(AuditEvent e, AuditLeaf? leaf) =>
        new(SealAuditTrail.TextOf(e), leaf?.SealNumber, leaf?.Position, leaf?.Leaf);
}
