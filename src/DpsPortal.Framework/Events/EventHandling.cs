namespace DpsPortal.Framework.Events;

/// <summary>
/// Reacts to an event after the commit of the change that raised it, in its own scope and transaction, for the
/// organisation that raised it. Delivered at least once; the outbox remembers in the handler's own transaction that
/// it ran, so its effect happens once.
/// </summary>
public interface IDistributedEventHandler<in TEvent>
{
    /// <remarks>Saves nothing itself: the dispatcher saves and commits.</remarks>
    Task HandleEventAsync(TEvent eventData, CancellationToken ct);
}
