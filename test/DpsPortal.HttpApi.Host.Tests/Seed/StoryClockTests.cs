using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Seed;

/// <summary>Deadlines are decided by <c>app.now()</c>: only who seeds the demo may tell it another time.</summary>
public sealed class StoryClockTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-1 day")]
    [InlineData("1 day")]
    public async Task The_roles_of_the_portal_do_not_move_the_clock_whatever_they_set(string shift)
    {
        foreach (var role in new[] { portal.Database.App, portal.Database.Worker })
        {
            await using var connection = await OpenAsync(role);
            var before = await NowAsync(connection);

            await ExecuteAsync(connection, $"select set_config('app.story_shift', '{shift}', false)");

            (await NowAsync(connection) - before).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData("set role dps_owner")]
    [InlineData("set session authorization dps_owner")]
    [InlineData("create table app.clock_offset (shift interval)")]
    public async Task The_roles_of_the_portal_cannot_become_the_one_that_may(string attempt)
    {
        foreach (var role in new[] { portal.Database.App, portal.Database.Worker })
        {
            await using var connection = await OpenAsync(role);

            var refused = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, attempt));

            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static async Task<DateTime> NowAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select app.now()", connection);
        return (DateTime)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
