using System.Runtime.InteropServices;
using DpsPortal.Sealing;
using Npgsql;

namespace DpsPortal.Opener;

internal static class EntryPoint
{
    private const string Usage = """
        dps-opener

        The one process that opens sealed bids. It reads its environment:
          ConnectionStrings__Opener   the database, under the role dps_opener
          Opener__Keys                its own folder, which nobody else reads: back it up apart from the database
          Opener__RootKey             where it writes the public key that the portal checks
        """;

    private static async Task<int> Main()
    {
        if (Read("ConnectionStrings__Opener") is not { } connection || Read("Opener__Keys") is not { } folder
            || Read("Opener__RootKey") is not { } publicFile)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        using var keys = new OpenerKeys(folder);
        Publish(keys.Root.Public, publicFile);
        using var stop = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await using var database = NpgsqlDataSource.Create(connection);
        Say($"The Opener signs with the key {keys.Root.Public.Id}.");
        await new OpenerLoop(database, new BoxOpener(keys, TimeProvider.System), Say).RunAsync(stop.Token);
        Say("The Opener has stopped.");
        return 0;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>As a key file, which the verifier reads too.</summary>
    private static void Publish(PublicKey key, string file)
    {
        var text = SealingJson.WriteFile(new KeysFile { Format = KeysFile.CurrentFormat, Keys = [key] });
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            File.WriteAllText(file, text);
        }
    }

    private static void Say(string text) =>
        Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss'Z'} {text}");
}
