namespace DpsPortal.Framework.BackgroundJobs;

/// <summary>Queues work in the transaction of the change: it runs if, and only if, the change is committed.</summary>
public interface IBackgroundJobManager
{
    /// <param name="delay">Not before this much time has passed; at once if null.</param>
    Task EnqueueAsync<TArgs>(TArgs args, TimeSpan? delay = null, CancellationToken ct = default)
        where TArgs : notnull;
}

/// <summary>One kind of work, known by its arguments. At least once: must bear being run twice.</summary>
public abstract class AsyncBackgroundJob<TArgs>
{
    public abstract Task ExecuteAsync(TArgs args, CancellationToken ct);
}

/// <summary>Work that recurs. Every node has it; one at a time runs it.</summary>
public abstract class PeriodicWorker
{
    public abstract TimeSpan Period { get; }

    public abstract Task DoWorkAsync(CancellationToken ct);
}
