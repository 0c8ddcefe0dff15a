using System.Diagnostics;
using System.Text.Json;
using DpsPortal.Sealing;
using Npgsql;

namespace DpsPortal.Opener;

/// <summary>Waits for requests and answers each in a transaction of its own. It opens no port.</summary>
/// <param name="database">Without a pool: with the connection goes the lock by which there is only one Opener.</param>
internal sealed class OpenerLoop(NpgsqlDataSource database, BoxOpener opener, Action<string> say)
{
    public const string AtWork = "Waiting for requests.";

    private const string BeforeRequest = "before_request";

    /// <summary>The portal's word that there is something to do may be lost.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Until it is cancelled. Whatever fails, it tries again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                say($"Not at work: {e.Message}");
                await Task.Delay(Pause, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using (var begin = new NpgsqlCommand(
            $"listen {BoxTables.Channel}; select pg_try_advisory_lock(hashtextextended('dps-opener', 0))", connection))
        {
            if (!(bool)(await begin.ExecuteScalarAsync(ct))!)
            {
                throw new InvalidOperationException("Another Opener is at work on this database.");
            }
        }

        long? swept = null;
        while (true)
        {
            if (swept is null || Stopwatch.GetElapsedTime(swept.Value) > SweepEvery)
            {
                await SweepAsync(new BoxTables(connection), ct);
                if (swept is null)
                {
                    say(AtWork);
                }

                swept = Stopwatch.GetTimestamp();
            }

            while (await AnswerAsync(connection, ct))
            {
            }

            await connection.WaitAsync(LookAnyway, ct);
        }
    }

    /// <summary>What cannot be swept keeps nobody waiting.</summary>
    private async Task SweepAsync(BoxTables tables, CancellationToken ct)
    {
        try
        {
            if (await opener.DestroyOldKeysAsync(tables, ct) is > 0 and var destroyed)
            {
                say($"The keys of boxes that were opened long ago were destroyed: {destroyed}.");
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException))
        {
            say($"Old keys could not be destroyed: {e.Message}");
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
        if (opening is not null)
        {
            opener.Remember(opening);
        }

        return true;
    }

    /// <summary>One request that cannot be done never keeps the next ones waiting.</summary>
    private async Task<(Refusal?, SignedText?)> DoAsync(
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
        catch (Exception e) when (e is not OperationCanceledException)
        {
            say($"{request.Kind} for {request.Reference} failed: {e.Message}");
            await transaction.RollbackAsync(BeforeRequest, ct);
            return (Refusal.Failed, null);
        }
    }
}
