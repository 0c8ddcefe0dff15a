using Microsoft.Extensions.Configuration;
using Npgsql;

namespace DpsPortal.EntityFrameworkCore.Clock;

/// <summary>
/// The one clock. It is the system's, but in a cluster of the tests, where the table <c>app.clock_offset</c> exists:
/// there it follows <c>app.now()</c>, refreshed at the start of each request and of each worker's round.
/// </summary>
internal sealed class DatabaseClock(IConfiguration configuration) : TimeProvider
{
    private bool? _follows;
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public async Task RefreshAsync(CancellationToken ct)
    {
        if (_follows == false)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(configuration.GetConnectionString("App"));
        await connection.OpenAsync(ct);
        await using var ask = new NpgsqlCommand(
            "select to_regclass('app.clock_offset') is not null, extract(epoch from app.now() - clock_timestamp())",
            connection);
        await using var answer = await ask.ExecuteReaderAsync(ct);
        await answer.ReadAsync(ct);
        _follows = answer.GetBoolean(0);
        // The two calls of the clock lie microseconds apart; that is no offset.
        var offset = TimeSpan.FromSeconds(Math.Round((double)answer.GetDecimal(1), 3));
        Interlocked.Exchange(ref _offsetTicks, _follows.Value ? offset.Ticks : 0);
    }
}
