using System.Runtime.InteropServices;
using DpsPortal.Sealing;
using Npgsql;

namespace DpsPortal.Opener;

internal static class EntryPoint
{
    private const string Usage = """
        dps-opener                                       the one process that opens sealed bids
        dps-opener init FOLDER                           makes its keys, where there are none; so does its first start
        dps-opener escrow FOLDER INTO                    gives the key of its folder to three custodians
        dps-opener recover FOLDER ESCROW FIRST SECOND    puts it back, from the files of two of them

        The process reads its environment:
          ConnectionStrings__Opener   the database, under the role dps_opener
          Opener__Keys                its own folder, which nobody else reads: back it up apart from the database
          Opener__RootKey             where it writes the public key that the portal checks
          Opener__PortalKeys          where the portal writes the public keys that sign its orders
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["init", var keyFolder]:
                using (var made = new OpenerKeys(keyFolder))
                {
                    Console.WriteLine($"{keyFolder} signs with the key {made.Root.Public.Id}.");
                }

                return 0;
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
            || Read("Opener__RootKey") is not { } publicFile || Read("Opener__PortalKeys") is not { } portalKeys)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        if (!OpenerKeys.HasKeys(folder) && KeysFile.Read(publicFile).Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{folder} holds no keys, and {publicFile} names those of an Opener that was here before. Bring its folder "
                + $"back. To begin anew, so that no box of before opens any more, delete {publicFile}.");
            return 1;
        }

        using var keys = new OpenerKeys(folder);
        KeysFile.Add(publicFile, [keys.Root.Public]);
        using var stop = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await using var database = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        Say($"The Opener signs with the key {keys.Root.Public.Id}.");
        await new OpenerLoop(database, new BoxOpener(keys, portalKeys, TimeProvider.System), Say).RunAsync(stop.Token);
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

    private static void Say(string text) =>
        Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss'Z'} {text}");
}
