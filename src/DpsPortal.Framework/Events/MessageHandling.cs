using DpsPortal.Framework.BackgroundJobs;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Framework.Events;

/// <summary>
/// What the outbox does with one kind of message. <see cref="Name"/> is stored with the fact that it was done: keep
/// it when a class is renamed.
/// </summary>
public sealed record MessageHandler(
    string Name, Type MessageType, Func<IServiceProvider, object, CancellationToken, Task> HandleAsync);

/// <summary>A periodic worker that this process may run.</summary>
public sealed record PeriodicWorkerRegistration(Type WorkerType);

public static class MessageHandlingServices
{
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : notnull
        where THandler : class, IDistributedEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new MessageHandler(
            typeof(THandler).Name,
            typeof(TEvent),
            (scope, message, ct) => scope.GetRequiredService<THandler>().HandleEventAsync((TEvent)message, ct)));
    }

    public static IServiceCollection AddBackgroundJob<TArgs, TJob>(this IServiceCollection services)
        where TArgs : notnull
        where TJob : AsyncBackgroundJob<TArgs>
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new MessageHandler(
            typeof(TJob).Name,
            typeof(TArgs),
            (scope, args, ct) => scope.GetRequiredService<TJob>().ExecuteAsync((TArgs)args, ct)));
    }

    public static IServiceCollection AddPeriodicWorker<TWorker>(this IServiceCollection services)
        where TWorker : PeriodicWorker
    {
        services.AddScoped<TWorker>();
        return services.AddSingleton(new PeriodicWorkerRegistration(typeof(TWorker)));
    }
}
