using System.ComponentModel.DataAnnotations.Schema;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering;

/// <summary>What of PostgreSQL the gate and the sealed box rest on.</summary>
internal static class TenderingDatabase
{
    /// <summary>The one clock that decides deadlines, UTC.</summary>
    public static async Task<DateTime> NowAsync(this ITenderingDbContext db, CancellationToken ct) =>
        (await db.Database.SqlQuery<DateTime>($"select app.now() as \"Value\"").ToListAsync(ct)).Single();

    /// <summary>Held by everybody who stores or withdraws a bid, until the end of their transaction.</summary>
    public static Task EnterGateAsync(this ITenderingDbContext db, Guid callOffId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock_shared(hashtextextended({"call-off:" + callOffId}, 0))", ct);

    /// <summary>Waits for all who are in the gate, and keeps everybody out until the end of the transaction.</summary>
    public static Task ShutGateAsync(this ITenderingDbContext db, Guid callOffId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"call-off:" + callOffId}, 0))", ct);

    /// <summary>One request at a time for one provider's bid: a double click finds what the first one stored.</summary>
    public static Task TakeTurnAsync(
        this ITenderingDbContext db, Guid callOffId, Guid providerId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({$"bid:{callOffId}:{providerId}"}, 0))", ct);

    /// <summary>
    /// Whether anybody bid; the one thing that closing needs to know of sealed bids. Refused before the deadline.
    /// </summary>
    public static async Task<bool> AnyBidAsync(this ITenderingDbContext db, Guid callOffId, CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>($"select tendering.any_bid({callOffId}) as \"Value\"").ToListAsync(ct))
        .Single();

    /// <summary>The receipts of a box past its deadline, by their hashes and in their order. For the worker.</summary>
    public static async Task<IReadOnlyList<string>> LeavesAsync(
        this ITenderingDbContext db, Guid callOffId, CancellationToken ct) =>
    [
        .. (await db.Database.SqlQuery<string>($"select leaf as \"Value\" from tendering.leaves_of({callOffId}) leaf")
            .ToListAsync(ct)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Of the closed box; null until bidding has closed.</summary>
    public static Task<string?> BoxRootAsync(this ITenderingDbContext db, Guid callOffId, CancellationToken ct) =>
        db.ClosedBoxes.Where(b => b.CallOffId == callOffId).Select(b => b.Root).SingleOrDefaultAsync(ct);

    /// <summary>Says that the portal lives; a silence that was too long is written down as an outage.</summary>
    public static Task BeatAsync(this ITenderingDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select app.beat({CallOff.LeastOutage})", ct);

    /// <summary>What outages took from the bidders of a published call-off; null for nothing.</summary>
    public static async Task<LostTime?> LostBeforeAsync(
        this ITenderingDbContext db, CallOff callOff, CancellationToken ct) =>
        (await db.Database.SqlQuery<LostTime>(
            $"select ended, lost from app.lost_before({callOff.Deadline}, {CallOff.LastStretch}, {callOff.OutagesCountAfter})")
            .ToListAsync(ct)).SingleOrDefault();

    /// <summary>
    /// Homes that the authority used before the portal, as it said and an award confirmed, each with the instant, UTC, of
    /// the last such award. Asked by the authority or by the homes' provider, who reads no more of it.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, DateTime>> GetUsedBeforeAsync(
        this ITenderingDbContext db, Guid authorityId, IReadOnlyCollection<Guid> premisesIds, CancellationToken ct)
    {
        var homes = premisesIds.ToArray();
        var used = await db.Database.SqlQuery<HomeUsedBefore>(
            $"select premises_id, confirmed_at from tendering.homes_used_before({authorityId}, {homes})").ToListAsync(ct);
        return used.ToDictionary(u => u.PremisesId, u => u.ConfirmedAt);
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody has changed it since it was read.</exception>
    public static void Expect(this AggregateRoot aggregate, uint version)
    {
        if (aggregate.Version != version)
        {
            throw new DbUpdateConcurrencyException("It was changed since it was read.");
        }
    }
}

internal sealed record LostTime
{
    /// <summary>Instant, UTC: the last outage was over.</summary>
    [Column("ended")]
    public required DateTime Ended { get; init; }

    [Column("lost")]
    public required TimeSpan Lost { get; init; }
}

internal sealed record HomeUsedBefore
{
    [Column("premises_id")]
    public required Guid PremisesId { get; init; }

    /// <summary>Instant, UTC.</summary>
    [Column("confirmed_at")]
    public required DateTime ConfirmedAt { get; init; }
}
