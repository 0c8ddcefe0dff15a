using DpsPortal.Framework.VirusScanning;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// Says in the log at start, and in the answer of /ready, when files are not scanned as they should be. A scanner that
/// is down does not make the portal unready: files wait for it, and all else goes on.
/// </summary>
internal sealed class ScannerWatch(IVirusScanner scanner, TimeProvider clock, ILogger<ScannerWatch> log) : IHostedService
{
    public const string NotScanned = "files are checked but not scanned for viruses: no scanner is configured";
    public const string Down = "the virus scanner does not answer: files wait for it";
    public const string Stale = "the virus signatures are older than 48 hours";

    public async Task<string?> WarningAsync(CancellationToken ct)
    {
        if (!scanner.IsConfigured)
        {
            return NotScanned;
        }

        var state = await scanner.GetStateAsync(ct);
        return !state.IsReachable ? Down : state.IsStale(clock.GetUtcNow().UtcDateTime) ? Stale : null;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await WarningAsync(cancellationToken) is { } warning)
        {
            log.LogWarning("Uploads: {Warning}.", warning);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
