using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Standings;

/// <summary>
/// An award reads who is accredited and is stored in one transaction; a change of standing in the lot waits for it, or
/// it waits for the change. Both end with their transaction.
/// </summary>
internal static class StandingLock
{
    public static Task HoldStandingsAsync(this IAccreditationDbContext db, Guid lotId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock_shared(hashtextextended({"standing:" + lotId}, 0))", ct);

    public static async Task ChangeStandingsAsync(
        this IAccreditationDbContext db, IEnumerable<Guid> lotIds, CancellationToken ct)
    {
        // In one order, so that two changes never wait for each other.
        foreach (var lotId in lotIds.Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended({"standing:" + lotId}, 0))", ct);
        }
    }
}
