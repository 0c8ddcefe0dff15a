using System.Diagnostics;
using DpsPortal.DbMigrator;
using DpsPortal.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace DpsPortal.TestBase;

/// <summary>
/// The PostgreSQL of a test run: that of <c>DPS_TEST_POSTGRES</c> (a superuser's connection string), else one of its
/// own, gone with the process. Databases are copies of a template that is migrated once.
/// </summary>
internal static class TestCluster
{
    private const string Password = "test-only";
    private static readonly Lazy<Task<string>> Superuser = new(FindOrStartAsync);
    private static readonly Lazy<Task<string>> Template = new(BuildTemplateAsync);

    public static string RepositoryRoot { get; } = FindRoot();

    public static async Task<TestDatabase> CreateDatabaseAsync()
    {
        var template = await Template.Value;
        var name = "dps_test_" + Guid.NewGuid().ToString("N")[..12];
        await ExecuteAsync(await Superuser.Value, $"create database {name} template {template} owner dps_owner");
        return new TestDatabase(await Superuser.Value, name, Password);
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Named after the build, so that a cluster which outlives it never serves an old form.</summary>
    private static async Task<string> BuildTemplateAsync()
    {
        var superuser = await Superuser.Value;
        var build = typeof(DatabaseServices).Assembly.ManifestModule.ModuleVersionId.ToString("N");
        var template = "dps_template_" + build[..16];
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(16021991)", connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"select count(*) from pg_database where datname = '{template}'";
        if ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            command.CommandText = $"drop database if exists {template}_new with (force)";
            await command.ExecuteNonQueryAsync();
            var database = new TestDatabase(superuser, template + "_new", Password);
            await new DatabaseMigrator(database.Configuration(), _ => { }).MigrateAsync(CancellationToken.None);
            await ExecuteAsync(
                database.Superuser,
                """
                create table app.clock_offset (shift interval not null);
                insert into app.clock_offset values (interval '0');
                grant select on app.clock_offset to dps_owner, dps_app, dps_worker, dps_opener;
                """);
            NpgsqlConnection.ClearAllPools();
            command.CommandText = $"alter database {template}_new rename to {template}";
            await command.ExecuteNonQueryAsync();
        }

        return template;
    }

    private static async Task<string> FindOrStartAsync()
    {
        var given = Environment.GetEnvironmentVariable("DPS_TEST_POSTGRES");
        if (!string.IsNullOrEmpty(given))
        {
            return given;
        }

        var folder = Path.Combine(Path.GetTempPath(), $"dps-portal-tests-{Environment.ProcessId}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ScriptAsync("remove", folder).GetAwaiter().GetResult();
        return (await ScriptAsync("start", "--test", folder)).Trim();
    }

    private static async Task<string> ScriptAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(RepositoryRoot, "etc/scripts/postgres.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        // The server keeps the pipe of its starter open: the one line is all there is to read.
        var line = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? line ?? ""
            : throw new InvalidOperationException($"postgres.sh {arguments[0]} ended with {process.ExitCode}.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DpsPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

/// <summary>One database, reached under each of its roles.</summary>
public sealed class TestDatabase(string superuser, string name, string password)
{
    public string Name => name;

    public string Superuser => As(null);

    public string Owner => As("dps_owner");

    /// <summary>For raw SQL under the role that requests have: row-level security is in force.</summary>
    public string App => As("dps_app");

    public string Worker => As("dps_worker");

    public string Opener => As("dps_opener");

    internal IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build();

    internal Dictionary<string, string?> Settings() => new()
    {
        ["ConnectionStrings:Superuser"] = superuser,
        ["ConnectionStrings:Owner"] = Owner,
        ["ConnectionStrings:App"] = App,
        ["ConnectionStrings:Worker"] = Worker,
        ["DPS_OWNER_PASSWORD"] = password,
        ["DPS_APP_PASSWORD"] = password,
        ["DPS_WORKER_PASSWORD"] = password,
        ["DPS_OPENER_PASSWORD"] = password,
    };

    internal async Task DropAsync()
    {
        foreach (var connectionString in new[] { Superuser, Owner, App, Worker, Opener })
        {
            await using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
        }

        await TestCluster.ExecuteAsync(superuser, $"drop database if exists {name} with (force)");
    }

    private string As(string? role)
    {
        var builder = new NpgsqlConnectionStringBuilder(superuser) { Database = name, MaxPoolSize = 20 };
        if (role is not null)
        {
            (builder.Username, builder.Password) = (role, password);
        }

        return builder.ConnectionString;
    }
}
