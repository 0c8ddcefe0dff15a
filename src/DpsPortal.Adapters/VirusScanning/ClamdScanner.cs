using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using DpsPortal.Framework.VirusScanning;

namespace DpsPortal.Adapters.VirusScanning;

/// <param name="Timeout">For one file, from the connection to the verdict.</param>
internal sealed record ClamdSettings(string Host, int Port, TimeSpan Timeout);

/// <summary>
/// Debian's clamav-daemon over TCP. A file is streamed in pieces (INSTREAM); anything but a verdict, its own size limit
/// included, is "unavailable". Source: clamd(8).
/// </summary>
internal sealed class ClamdScanner(ClamdSettings settings) : IVirusScanner
{
    private const int Piece = 64 * 1024;

    /// <summary>For a question that needs no scan.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    public bool IsConfigured => true;

    public async Task<string?> FindAsync(Stream content, CancellationToken ct)
    {
        var answer = await AskAsync("zINSTREAM\0", content, settings.Timeout, ct);
        if (answer == "stream: OK")
        {
            return null;
        }

        const string found = " FOUND";
        return answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal)
            ? answer["stream: ".Length..^found.Length]
            : throw new ScannerUnavailableException($"The scanner answered \"{answer}\".");
    }

    public async Task<ScannerState> GetStateAsync(CancellationToken ct)
    {
        try
        {
            return new ScannerState(true, SignaturesFrom(await AskAsync("zVERSION\0", null, Soon, ct)));
        }
        catch (ScannerUnavailableException)
        {
            return new ScannerState(false, null);
        }
    }

    /// <summary>"ClamAV 1.4.3/27800/Mon Nov 23 09:14:02 2026"; without a database of ClamAV's own, no date.</summary>
    internal static DateTime? SignaturesFrom(string version)
    {
        var parts = version.Split('/');
        return parts.Length == 3 && DateTime.TryParseExact(
            parts[2].Replace("  ", " ", StringComparison.Ordinal), "ddd MMM d HH:mm:ss yyyy",
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
    }

    private async Task<string> AskAsync(string command, Stream? content, TimeSpan timeout, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(settings.Host, settings.Port, limit.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), limit.Token);
            if (content is not null)
            {
                await SendAsync(content, stream, limit.Token);
            }

            using var reader = new StreamReader(stream, Encoding.ASCII);
            var answer = (await reader.ReadToEndAsync(limit.Token)).TrimEnd('\0', '\n');
            return answer.Length > 0 ? answer : throw new ScannerUnavailableException("The scanner gave no answer.");
        }
        catch (Exception e) when (e is SocketException or IOException
                                  || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ScannerUnavailableException("The scanner cannot be reached.", e);
        }
    }

    /// <summary>Each piece behind its length; a length of nought is the end.</summary>
    private static async Task SendAsync(Stream content, NetworkStream stream, CancellationToken ct)
    {
        var buffer = new byte[4 + Piece];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(buffer.AsMemory(4), Piece, throwOnEndOfStream: false, ct);
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await stream.WriteAsync(buffer.AsMemory(0, 4 + read), ct);
        }
        while (read > 0);
    }
}

/// <summary>This installation has no scanner.</summary>
internal sealed class NoScanner : IVirusScanner
{
    public bool IsConfigured => false;

    public Task<string?> FindAsync(Stream content, CancellationToken ct) =>
        throw new InvalidOperationException("There is no scanner.");

    public Task<ScannerState> GetStateAsync(CancellationToken ct) => Task.FromResult(new ScannerState(false, null));
}

internal static class ScannerServices
{
    private const int DefaultPort = 3310;
    private const int DefaultSeconds = 120;

    /// <summary>None where <c>Scanner:Host</c> is not set.</summary>
    public static IVirusScanner Of(Microsoft.Extensions.Configuration.IConfiguration configuration)
    {
        var scanner = configuration.GetSection("Scanner");
        return scanner["Host"] is not { Length: > 0 } host
            ? new NoScanner()
            : new ClamdScanner(new ClamdSettings(
                host,
                Number(scanner["Port"], DefaultPort),
                TimeSpan.FromSeconds(Number(scanner["TimeoutSeconds"], DefaultSeconds))));
    }

    private static int Number(string? text, int otherwise) =>
        text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
}
