using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace DpsPortal.Opener;

/// <summary>Waits for requests and answers each in a transaction of its own. It opens no port.</summary>
internal sealed class OpenerLoop(NpgsqlDataSource database, BoxOpener opener, Action<string> say)
{
    /// <summary>The portal's word that there is something to do may be lost.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private const string BeforeRequest = "before_request";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Until it is cancelled. While the database is away it tries again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (NpgsqlException e) when (!ct.IsCancellationRequested)
            {
                say($"The database does not answer: {e.Message}");
                await Task.Delay(Pause, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {BoxTables.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        say("Waiting for requests.");
        while (true)
        {
            while (await AnswerAsync(connection, ct))
            {
            }

            await connection.WaitAsync(LookAnyway, ct);
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> AnswerAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var tables = new BoxTables(connection);
        if (await tables.TakeRequestAsync(ct) is not { } request)
        {
            return false;
        }

        var (refusal, opening) = await DoAsync(request, tables, transaction, ct);
        await tables.AnswerAsync(request.Id, refusal, opening, ct);
        await transaction.CommitAsync(ct);
        say($"{request.Kind} for {request.Reference}: {refusal?.ToString() ?? "done"}.");
        return true;
    }

    /// <summary>One request that cannot be done never keeps the next ones waiting.</summary>
    private async Task<(Refusal?, Sealing.SignedText?)> DoAsync(
        OpenerRequest request, BoxTables tables, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await transaction.SaveAsync(BeforeRequest, ct);
        try
        {
            return await opener.DoAsync(request, tables, ct);
        }
        catch (JsonException)
        {
            return (Refusal.BoxBroken, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or PostgresException)
        {
            say($"{request.Kind} for {request.Reference} failed: {e.Message}");
            await transaction.RollbackAsync(BeforeRequest, ct);
            return (Refusal.Failed, null);
        }
    }
}
