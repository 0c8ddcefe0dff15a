using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// Reading a staff file and closing the stage that rests on it take turns: what is found in a file counts, or comes too
/// late. Gone with the transaction.
/// </summary>
internal static class ReviewLock
{
    public static Task LockReviewAsync(this IAccreditationDbContext db, Guid applicationId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"review:" + applicationId}, 0))", ct);
}
