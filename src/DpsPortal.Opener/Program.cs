using System.Runtime.InteropServices;
using DpsPortal.Sealing;
using Npgsql;

namespace DpsPortal.Opener;

internal static class EntryPoint
{
    private const string Usage = """
        dps-opener                                       the one process that opens sealed bids
        dps-opener escrow FOLDER INTO                    gives the key of its folder to three custodians
        dps-opener recover FOLDER ESCROW FIRST SECOND    puts it back, from the files of two of them

        The process reads its environment:
          ConnectionStrings__Opener   the database, under the role dps_opener
          Opener__Keys                its own folder, which nobody else reads: back it up apart from the database
          Opener__RootKey             where it writes the public key that the portal checks
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["escrow", var keyFolder, var into]:
                return EscrowCommands.Split(keyFolder, into, Console.Out);
            case ["recover", var keyFolder, var escrow, var first, var second]:
                return EscrowCommands.Recover(keyFolder, escrow, first, second, Console.Out);
            case []:
                return await RunAsync();
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> RunAsync()
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

    /// <summary>As a key file, which the verifier reads too. Earlier keys stay in it, for what they signed.</summary>
    private static void Publish(PublicKey key, string file)
    {
        var known = File.Exists(file) ? SealingJson.Read<KeysFile>(File.ReadAllText(file)).Keys : [];
        if (!known.Contains(key))
        {
            File.WriteAllText(
                file, SealingJson.WriteFile(new KeysFile { Format = KeysFile.CurrentFormat, Keys = [.. known, key] }));
        }
    }

    private static void Say(string text) =>
        Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss'Z'} {text}");
}
