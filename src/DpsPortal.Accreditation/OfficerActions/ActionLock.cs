using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.OfficerActions;

/// <summary>
/// Of two officers who propose at once, the second sees what the first proposed. Ends with the transaction.
/// </summary>
internal static class ActionLock
{
    public static Task LockActionsAsync(this IAccreditationDbContext db, Guid applicationId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"actions:" + applicationId}, 0))", ct);
}
