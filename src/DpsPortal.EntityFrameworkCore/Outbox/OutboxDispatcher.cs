using System.Text.Json;
using DpsPortal.EntityFrameworkCore.Clock;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DpsPortal.EntityFrameworkCore.Outbox;

/// <summary>
/// Takes what is due, one message at a time, and hands it to its handlers. A message is locked while it is worked
/// on, so that any number of nodes may do this; a node that dies lets go of it.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes,
    IEnumerable<MessageHandler> handlers,
    DatabaseClock clock,
    ILogger<OutboxDispatcher> log)
{
    private const int MaxAttempts = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ILookup<string, MessageHandler> _handlers = handlers.ToLookup(h => h.MessageType.FullName!);

    /// <summary>Handles all that is due now, and what comes of it.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        await clock.RefreshAsync(ct);
        var tried = 0;
        while (await HandleNextAsync(ct))
        {
            tried++;
        }

        return tried;
    }

    private async Task<bool> HandleNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(null, background: true);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await using var claim = await db.Database.BeginTransactionAsync(ct);
        var message = await db.OutboxMessages
            .FromSql(
                $"""
                 select * from app.outbox_messages
                 where done_at is null and dead_at is null and (due_at is null or due_at <= app.now())
                 order by due_at nulls first, raised_at
                 limit 1 for update skip locked
                 """)
            .SingleOrDefaultAsync(ct);
        if (message is null)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            foreach (var handler in _handlers[message.Type])
            {
                await HandleAsync(message, handler, ct);
            }

            message.Done(now);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Failed(message, e, now);
        }

        await db.SaveChangesAsync(ct);
        await claim.CommitAsync(ct);
        return true;
    }

    /// <summary>In a scope and transaction of its own, as the one who raised the message; once.</summary>
    private async Task HandleAsync(OutboxMessage message, MessageHandler handler, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var actor = message.Actor is null ? null : JsonSerializer.Deserialize<Actor>(message.Actor);
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(actor, background: true);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isFirst = await db.Database.ExecuteSqlAsync(
            $"""
             insert into app.handled_messages (message_id, handler) values ({message.Id}, {handler.Name})
             on conflict do nothing
             """,
            ct);
        if (isFirst == 0)
        {
            return;
        }

        var content = JsonSerializer.Deserialize(message.Payload, handler.MessageType)!;
        await handler.HandleAsync(scope.ServiceProvider, content, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void Failed(OutboxMessage message, Exception error, DateTime now)
    {
        message.Attempts++;
        message.LastError = error.GetType().Name + ": " + error.Message[..Math.Min(error.Message.Length, 1900)];
        if (message.Attempts >= MaxAttempts)
        {
            message.DeadAt = now;
            log.LogError(error, "Message {Id} of {Type} was given up.", message.Id, message.Type);
            return;
        }

        var wait = TimeSpan.FromSeconds(5 * Math.Pow(2, message.Attempts - 1));
        message.DueAt = now + (wait < LongestWait ? wait : LongestWait);
        log.LogWarning(error, "Message {Id} of {Type} will be tried again.", message.Id, message.Type);
    }
}
