using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;

namespace DpsPortal.EntityFrameworkCore.Outbox;

internal sealed class BackgroundJobManager(DpsPortalDbContext db, ICurrentUser user, TimeProvider clock)
    : IBackgroundJobManager
{
    /// <summary>Waits in the context: stored by the caller's own save, or not at all.</summary>
    public Task EnqueueAsync<TArgs>(TArgs args, TimeSpan? delay = null, CancellationToken ct = default)
        where TArgs : notnull
    {
        var dueAt = delay is { } wait ? clock.GetUtcNow().UtcDateTime + wait : (DateTime?)null;
        db.OutboxMessages.Add(OutboxMessage.Of(args, user, dueAt));
        return Task.CompletedTask;
    }
}
