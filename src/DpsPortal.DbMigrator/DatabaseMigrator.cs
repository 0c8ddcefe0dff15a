using System.Reflection;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.DbMigrator;

/// <summary>
/// Brings a database to the present form: roles and the database itself where a superuser's connection is given,
/// then the migrations and the hand-written SQL as the owner. Everything may be run again.
/// </summary>
internal sealed class DatabaseMigrator(IConfiguration configuration, Action<string> say)
{
    private static readonly (string Role, string PasswordKey)[] Roles =
    [
        ("dps_owner", "DPS_OWNER_PASSWORD"),
        ("dps_app", "DPS_APP_PASSWORD"),
        ("dps_worker", "DPS_WORKER_PASSWORD"),
        ("dps_opener", "DPS_OPENER_PASSWORD"),
    ];

    public async Task MigrateAsync(CancellationToken ct)
    {
        var owner = configuration.GetConnectionString("Owner")
            ?? throw new InvalidOperationException("ConnectionStrings__Owner is missing.");
        if (configuration.GetConnectionString("Superuser") is { } superuser)
        {
            await PrepareAsync(superuser, new NpgsqlConnectionStringBuilder(owner).Database ?? "dps_portal", ct);
        }

        await RunSqlAsync(owner, name => IsBeforeMigrations(name), ct);
        say("Migrating ...");
        await using (var db = Context(owner))
        {
            await RefuseEarlierBuildAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }

        await RunSqlAsync(owner, name => !IsBeforeMigrations(name), ct);
        say("The database is up to date.");
    }

    /// <summary>Until the first release the one migration is made anew with every change of the model.</summary>
    private static async Task RefuseEarlierBuildAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        var applied = await db.Database.CanConnectAsync(ct) ? await db.Database.GetAppliedMigrationsAsync(ct) : [];
        if (applied.Except(db.Database.GetMigrations()).Any())
        {
            throw new InvalidOperationException(
                "This database was made by an earlier build, and there is no release yet to move it from. Delete its data "
                + "folder, or choose another: bash etc/run.sh --data DIR");
        }
    }

    internal static DpsPortalDbContext Context(string? connection) => new(
        new DbContextOptionsBuilder<DpsPortalDbContext>()
            .UseNpgsql(connection, DatabaseServices.ConfigureNpgsql)
            .UseApplicationServiceProvider(Identity.Value)
            .Options,
        new ActingUser(new PermissionTable([])));

    /// <summary>Identity reads from here which tables its context has: those of passkeys came with version 3.</summary>
    private static readonly Lazy<ServiceProvider> Identity = new(() => new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider());

    private static bool IsBeforeMigrations(string name) => name.StartsWith("Sql.00_", StringComparison.Ordinal);

    /// <summary>Each file in a transaction of its own, in the order of the names.</summary>
    private static async Task RunSqlAsync(string owner, Func<string, bool> isWanted, CancellationToken ct)
    {
        var assembly = typeof(DatabaseServices).Assembly;
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Sql.", StringComparison.Ordinal) && isWanted(name))
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand(await ReadAsync(assembly, name, ct), connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<string> ReadAsync(Assembly assembly, string name, CancellationToken ct)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(ct);
    }

    private async Task PrepareAsync(string superuser, string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(ct);
        foreach (var (role, passwordKey) in Roles)
        {
            var password = configuration[passwordKey]
                ?? throw new InvalidOperationException($"{passwordKey} is missing.");
            await ExecuteAsync(
                connection,
                $"""
                 do $do$ begin
                   if not exists (select from pg_roles where rolname = '{role}') then create role {role}; end if;
                 end $do$;
                 alter role {role} login nosuperuser nobypassrls nocreaterole nocreatedb password '{Quoted(password)}';
                 """,
                ct);
        }

        // The seeder signs in as the owner and works in the worker's role: see app.now().
        await ExecuteAsync(connection, "grant dps_worker to dps_owner", ct);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = database } },
        };
        if (await find.ExecuteScalarAsync(ct) is null)
        {
            say($"Creating the database {database} ...");
            await ExecuteAsync(connection, $"create database \"{database}\" owner dps_owner", ct);
        }
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
