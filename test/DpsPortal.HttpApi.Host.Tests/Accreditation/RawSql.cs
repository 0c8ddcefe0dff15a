using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>SQL under the role of requests and for one organisation: what row-level security lets through.</summary>
internal static class RawSql
{
    public static Task<long> CountAsync(PortalFixture portal, Guid? organisation, string sql) =>
        RunAsync(portal, organisation, sql, async command => (long)(await command.ExecuteScalarAsync())!);

    public static Task<int> ExecuteAsync(PortalFixture portal, Guid organisation, string sql) =>
        RunAsync(portal, organisation, sql, command => command.ExecuteNonQueryAsync());

    private static async Task<T> RunAsync<T>(
        PortalFixture portal, Guid? organisation, string sql, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var setting = new NpgsqlCommand("select set_config('app.org', $1, false)", connection)
        {
            Parameters = { new() { Value = organisation?.ToString() ?? "" } },
        };
        await setting.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await run(command);
    }
}
