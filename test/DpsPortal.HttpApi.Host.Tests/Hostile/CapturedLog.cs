using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>Every line that the portal logs, with its scopes' and its exception's words.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            log._scopes.ForEachScope((scope, all) => all.Add($"{scope}"), scopes);
            log.Lines.Enqueue(
                $"{logLevel} {category}: {formatter(state, exception)} {exception} [{string.Join("; ", scopes)}]");
        }
    }
}
