using System.Text.Json;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.EntityFrameworkCore.Outbox;

/// <summary>An event to be told or a job to be done, stored with the change that caused it.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Full name of the record; its handlers are registered by it.</summary>
    public string Type { get; init; } = "";

    public string Payload { get; init; } = "";

    /// <summary>Who raised it, as JSON; null when nobody was signed in, and once it is handled.</summary>
    public string? Actor { get; private set; }

    /// <summary>Instant, UTC, by the database's clock.</summary>
    public DateTime RaisedAt { get; init; }

    /// <summary>Not to be handled before; instant, UTC. Null: at once.</summary>
    public DateTime? DueAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTime? DoneAt { get; private set; }

    /// <summary>Given up after the last attempt: a person has to look.</summary>
    public DateTime? DeadAt { get; set; }

    /// <summary>Who raised it is forgotten with it: some of that nobody else may know (decision 26).</summary>
    public void Done(DateTime now) => (DoneAt, Actor) = (now, null);

    public static OutboxMessage Of(object message, ICurrentUser user, DateTime? dueAt = null) => new()
    {
        Type = message.GetType().FullName!,
        Payload = JsonSerializer.Serialize(message, message.GetType()),
        Actor = user.IsAuthenticated
            ? JsonSerializer.Serialize(
                new Actor(user.Id, user.Name, user.OrganisationId, user.OrganisationName, [.. user.Roles]))
            : null,
        DueAt = dueAt,
    };
}

/// <summary>That a handler ran for a message, stored in the handler's own transaction.</summary>
internal sealed class HandledMessage
{
    public Guid MessageId { get; init; }

    public string Handler { get; init; } = "";

    public DateTime HandledAt { get; init; }
}

internal static class OutboxModelBuilder
{
    public static void ApplyOutbox(this ModelBuilder builder)
    {
        var message = builder.Entity<OutboxMessage>();
        message.ToTable("outbox_messages", "app");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Type).HasMaxLength(300);
        message.Property(m => m.Payload).HasColumnType("jsonb");
        message.Property(m => m.Actor).HasColumnType("jsonb");
        message.Property(m => m.RaisedAt).HasDefaultValueSql("app.now()").ValueGeneratedOnAdd();
        message.Property(m => m.LastError).HasMaxLength(2000);

        // What the dispatcher takes next.
        message.HasIndex(m => new { m.DueAt, m.RaisedAt }).HasFilter("done_at is null and dead_at is null");

        var handled = builder.Entity<HandledMessage>();
        handled.ToTable("handled_messages", "app");
        handled.HasKey(h => new { h.MessageId, h.Handler });
        handled.Property(h => h.Handler).HasMaxLength(100);
        handled.Property(h => h.HandledAt).HasDefaultValueSql("app.now()").ValueGeneratedOnAdd();
    }
}
