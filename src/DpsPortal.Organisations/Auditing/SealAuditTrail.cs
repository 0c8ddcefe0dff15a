using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.Organisations.Auditing;

/// <summary>
/// Puts what was written since under a signed seal that stands for all seals before it, and puts the seal away outside
/// the database. An event that commits late is sealed late: none is passed over for its id or its time.
/// </summary>
internal sealed class SealAuditTrail(IOrganisationsDbContext db, SigningKeys keys, AuditAnchor anchor) : PeriodicWorker
{
    private const int AtATime = 1000;

    public override TimeSpan Period => TimeSpan.FromSeconds(10);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        while (await SealAsync(ct) == AtATime)
        {
        }

        // Also those of a round in which the place outside could not be written.
        await using var alone = await AloneAsync(ct);
        var last = anchor.LastNumber();
        foreach (var seal in await db.AuditSeals.AsNoTracking().Where(s => s.Number > last).OrderBy(s => s.Number)
            .ToListAsync(ct))
        {
            await anchor.PutAwayAsync(seal.ToSigned(), ct);
        }
    }

    /// <returns>How many events were sealed.</returns>
    private async Task<int> SealAsync(CancellationToken ct)
    {
        await using var transaction = await AloneAsync(ct);
        var events = await db.AuditEvents
            .FromSql($"select * from organisations.take_unsealed({AtATime})").AsNoTracking().ToListAsync(ct);
        if (events.Count == 0)
        {
            return 0;
        }

        events.Sort((one, other) => one.Id.CompareTo(other.Id));

        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        string[] leaves = [.. events.Select(e => MerkleTree.Leaf(TextOf(e)))];
        var number = (last?.Number ?? 0) + 1;
        var signed = keys.Current.Sign(SealingJson.Write(new AuditSealText
        {
            Format = AuditSealText.CurrentFormat,
            Number = number,
            Previous = last is null ? "" : AuditSealText.HeadOf(last.Text),
            Count = leaves.Length,
            Root = MerkleTree.Root(leaves),
            SealedAt = (await db.Database.SqlQuery<DateTime>($"select app.now() as \"Value\"").ToListAsync(ct)).Single(),
        }));
        db.AuditSeals.Add(new AuditSeal
        {
            Number = number,
            Text = signed.Text,
            KeyId = signed.KeyId,
            Signature = signed.Signature,
        });
        db.AuditLeaves.AddRange(events.Select((e, i) => new AuditLeaf
        {
            EventId = e.Id,
            SealNumber = number,
            Position = i,
            Leaf = leaves[i],
        }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return events.Count;
    }

    /// <summary>Nobody else seals, or puts seals away, until the transaction ends.</summary>
    private async Task<IDbContextTransaction> AloneAsync(CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('audit-seal', 0))", ct);
        return transaction;
    }

    /// <summary>As it is hashed: every column that the database holds.</summary>
    internal static string TextOf(AuditEvent e) => SealingJson.Write(new AuditLine
    {
        Format = AuditLine.CurrentFormat,
        Id = e.Id,
        At = e.At,
        ActorId = e.ActorId,
        ActorName = e.ActorName,
        OrganisationId = e.OrganisationId,
        OrganisationName = e.OrganisationName,
        ObjectType = e.ObjectType,
        ObjectId = e.ObjectId,
        Action = e.Action,
        Before = e.Before,
        After = e.After,
        Reason = e.Reason,
        Refused = e.Refused,
        Code = e.Code,
    });
}

/// <summary>
/// Signed seals in a file under <c>Audit:Anchors</c>, or <c>audit-anchors</c> in the data folder: whoever rules the
/// database cannot make the trail anew and have it fit.
/// </summary>
internal sealed class AuditAnchor(IConfiguration configuration)
{
    private readonly string? _file =
        (configuration["Audit:Anchors"] ?? (configuration["Data:Path"] is { } data ? Path.Combine(data, "audit-anchors") : null))
            is { } folder
            ? Path.Combine(folder, "seals.jsonl")
            : null;

    /// <summary>More than the longest seals are, to find the last one; each is a line of about 500 characters.</summary>
    private const int Tail = 16 * 1024;

    /// <summary>By the file itself: another node may have written since.</summary>
    /// <returns>Of the last seal put away; 0 for none.</returns>
    public long LastNumber()
    {
        if (_file is null || !File.Exists(_file))
        {
            return 0;
        }

        using var file = File.OpenRead(_file);
        file.Seek(-Math.Min(Tail, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file);
        return AuditAnchors.Read(reader.ReadToEnd()) is [.., var last]
            ? SealingJson.Read<AuditSealText>(last.Text).Number
            : 0;
    }

    public async Task PutAwayAsync(SignedText seal, CancellationToken ct)
    {
        if (_file is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await File.AppendAllTextAsync(
            _file, (File.Exists(_file) ? "\n" : AuditAnchors.FirstLine + "\n") + SealingJson.Write(seal), ct);
    }
}
