using DpsPortal.DbMigrator;
using DpsPortal.Framework.Localization;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Architecture;

public sealed class ModelTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Fails with: run <c>bash etc/scripts/regenerate.sh</c> and commit what it writes.</summary>
    [Fact]
    public void No_change_of_the_model_waits_for_its_migration()
    {
        using var db = DatabaseMigrator.Context(portal.Database.Owner);

        db.Database.HasPendingModelChanges().ShouldBeFalse("Run bash etc/scripts/regenerate.sh.");
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_fails_nowhere() =>
        await new DatabaseMigrator(portal.Database.Configuration(), _ => { }).MigrateAsync(CancellationToken.None);

    [Fact]
    public async Task The_roles_of_the_portal_own_nothing_and_pass_by_no_policy()
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select count(*) from pg_roles r
            where r.rolname in ('dps_app', 'dps_worker')
              and (r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid))
            """,
            connection);

        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public void Each_error_code_has_one_sentence() =>
        portal.Services.GetRequiredService<ErrorTexts>().Codes.Count.ShouldBeGreaterThan(20);
}
