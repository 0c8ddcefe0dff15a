using Npgsql;

namespace DpsPortal.TestBase;

/// <summary>Moves the one clock of a test database: deadlines, workers and <c>TimeProvider</c> follow it.</summary>
public sealed class TestClock(TestDatabase database)
{
    public async Task AdvanceAsync(TimeSpan by) =>
        await ExecuteAsync("update app.clock_offset set shift = shift + $1", by);

    /// <summary>From here the clock goes on.</summary>
    public async Task SetAsync(DateTimeOffset now) =>
        await ExecuteAsync("update app.clock_offset set shift = $1 - clock_timestamp()", now.ToUniversalTime());

    public async Task<DateTime> NowAsync()
    {
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select app.now()", connection);
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, object value)
    {
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        await command.ExecuteNonQueryAsync();
    }
}
