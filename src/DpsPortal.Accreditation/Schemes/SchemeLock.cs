using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Schemes;

internal static class SchemeLock
{
    /// <summary>Lets one transaction at a time decide who joins a scheme; gone with the transaction.</summary>
    public static Task LockSchemeAsync(this IAccreditationDbContext db, Guid schemeId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"scheme:" + schemeId}, 0))", ct);
}
