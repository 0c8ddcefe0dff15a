namespace DpsPortal.Framework.VirusScanning;

public interface IVirusScanner
{
    /// <summary>False where this installation has none: files are checked, not scanned, and the portal says so.</summary>
    bool IsConfigured { get; }

    /// <returns>The name of what was found; null when nothing was.</returns>
    /// <exception cref="ScannerUnavailableException">It gave no verdict. That never means "clean".</exception>
    Task<string?> FindAsync(Stream content, CancellationToken ct);

    Task<ScannerState> GetStateAsync(CancellationToken ct);
}

/// <param name="SignaturesFrom">Instant, UTC; null when the scanner does not say.</param>
public sealed record ScannerState(bool IsReachable, DateTime? SignaturesFrom)
{
    /// <summary>Signatures that miss two days of new malware. Source: security design, T20.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(48);

    public bool IsStale(DateTime now) => SignaturesFrom is { } from && now - from > MaxAge;
}

public sealed class ScannerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
