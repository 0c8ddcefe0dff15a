using System.Data.Common;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DpsPortal.EntityFrameworkCore;

/// <summary>
/// Tells PostgreSQL for whom the connection is used; the row-level policies ask it. Nobody, unless somebody is signed
/// in. The pool forgets it when the connection comes back (never set <c>No Reset On Close</c>).
/// </summary>
internal sealed class OrganisationConnectionInterceptor(ICurrentUser user) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(DbConnection connection)
    {
        var organisation = user.IsAuthenticated ? user.OrganisationId.ToString() : "";
        var person = user.IsAuthenticated ? user.Id.ToString() : "";
        return new NpgsqlCommand(
            "select set_config('app.org', $1, false), set_config('app.user', $2, false)", (NpgsqlConnection)connection)
        {
            Parameters = { new() { Value = organisation }, new() { Value = person } },
        };
    }
}
