using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The seeder signs in as the owner and works in the role that the portal's own background work has, so that every
/// policy holds for it; and tells the database when the story is, see <c>app.now()</c>.
/// </summary>
internal sealed class StoryConnectionInterceptor(SeedClock clock) : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(DbConnection connection) => new(
        "select set_config('role', 'dps_worker', false), set_config('app.story_shift', $1, false)",
        (NpgsqlConnection)connection)
    {
        Parameters = { new() { Value = FormattableString.Invariant($"{clock.Shift.TotalSeconds:0.000000} seconds") } },
    };
}
