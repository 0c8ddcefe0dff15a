using DpsPortal.Opener;
using DpsPortal.Sealing;
using Npgsql;

namespace DpsPortal.TestBase;

/// <summary>The Opener, under its own role and with a folder of its own. Its clock is that of the test's database.</summary>
public sealed class TestOpener(TestDatabase database, string dataFolder) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.Opener) { Pooling = false });
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;
    private OpenerKeys? _keys;
    private TaskCompletionSource _atWork = new();

    public string KeyFolder { get; } = Path.Combine(dataFolder, "opener");

    /// <summary>What the Opener's own clock shows beside the database's.</summary>
    public TimeSpan ClockOffset { get; set; }

    public static string RootKeyOf(string dataFolder) => Path.Combine(dataFolder, "opener-root.json");

    public void Start()
    {
        _keys = new OpenerKeys(KeyFolder);
        KeysFile.Add(RootKeyOf(dataFolder), [_keys.Root.Public]);
        _stop = new CancellationTokenSource();
        _atWork = new TaskCompletionSource();
        _running = new OpenerLoop(
            _source, new BoxOpener(_keys, Path.Combine(dataFolder, "signing-keys.json"), new FollowingClock(this)), Heard).RunAsync(_stop.Token);
    }

    /// <summary>It has done what it does first, and waits for requests.</summary>
    public Task UntilAtWorkAsync() => _atWork.Task;

    public async Task StopAsync()
    {
        if (_stop is not null)
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
            _stop = null;
        }

        _keys?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _source.DisposeAsync();
    }

    private void Heard(string said)
    {
        if (said == OpenerLoop.AtWork)
        {
            _atWork.TrySetResult();
        }
    }

    private sealed class FollowingClock(TestOpener owner) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            using var command = owner._source.CreateCommand("select app.now()");
            return new DateTimeOffset((DateTime)command.ExecuteScalar()!) + owner.ClockOffset;
        }
    }
}
