using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

/// <summary>
/// A real clamd that knows one signature: the industry's harmless test file. Both are written as codes, so that no
/// scanner of anybody's own machine takes offence at this repository.
/// </summary>
internal sealed class Clamd(int port) : IAsyncDisposable
{
    public const string Program = "/usr/sbin/clamd";

    private const string EicarCodes =
        "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553"
        + "542d46494c452124482b482a";

    private readonly string _folder = Directory.CreateTempSubdirectory("dps-clamd-").FullName;
    private Process? _process;

    /// <summary>In a full run a missing scanner is a failure, never a silence.</summary>
    public static bool MayBeMissing => Environment.GetEnvironmentVariable("CI") != "true" && !File.Exists(Program);

    public static string Eicar => Encoding.ASCII.GetString(Convert.FromHexString(EicarCodes));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task StartAsync()
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Eicar-Test-Signature:0:*:{EicarCodes}\n");
        var settings = Path.Combine(_folder, "clamd.conf");
        await File.WriteAllLinesAsync(settings,
        [
            $"DatabaseDirectory {signatures}", $"TemporaryDirectory {_folder}", "TCPAddr 127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"TCPSocket {port}"), "Foreground yes", "StreamMaxLength 30M",
            .. Environment.IsPrivilegedProcess ? ["User root"] : Array.Empty<string>(),
        ]);
        _process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; !await AnswersAsync(); tries++)
        {
            (tries < 200 && !_process.HasExited).ShouldBeTrue("clamd did not start.");
            await Task.Delay(100);
        }
    }

    /// <summary>It takes connections and answers nothing, as if deep in a scan.</summary>
    public void Freeze() => Process.Start("kill", ["-STOP", _process!.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            await using var stream = client.GetStream();
            await stream.WriteAsync("zPING\0"u8.ToArray());
            using var reader = new StreamReader(stream);
            return (await reader.ReadToEndAsync()).StartsWith("PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
