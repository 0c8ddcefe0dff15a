using DpsPortal.DbMigrator;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Sealing;
using DpsPortal.Verifier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Auditing;

/// <summary>Whoever rules the database cannot change what happened without being found out (reg. 22(16)(g)).</summary>
public sealed class AuditSealTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Fact_12_an_opening_leaves_a_trail_that_verifies_with_the_seals_put_away_outside()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        await portal.RunWorkerAsync<SealAuditTrail>();

        var file = await ExportAsync();
        var (code, text) = Check(file);

        code.ShouldBe(0, text);
        text.ShouldContain("The audit trail holds");
        text.ShouldContain("0 not sealed yet");
        file.Events.Select(e => SealingJson.Read<AuditLine>(e.Text)).Where(e => e.ObjectId == callOff.Id)
            .Select(e => e.Action).ShouldBeSubsetOf(
                ["Create", "Publish", "Close", "AskToOpen", "Open", "GetEvaluation", "Update"]);
    }

    [Theory]
    [InlineData("update organisations.audit_events set actor_name = 'Somebody else' where id = '{0}'", "was changed after it was sealed")]
    [InlineData("update organisations.audit_events set at = at - interval '1 microsecond' where id = '{0}'", "was changed after it was sealed")]
    [InlineData("update organisations.audit_events set refused = not refused where id = '{0}'", "was changed after it was sealed")]
    [InlineData("delete from organisations.audit_events where id = '{0}'", "is missing")]
    [InlineData("delete from organisations.audit_leaves where event_id = '{0}'", "was never sealed and does not wait")]
    [InlineData("insert into organisations.audit_events select gen_random_uuid(), at, actor_id, actor_name, organisation_id, organisation_name, object_type, object_id, action, before, after, reason, refused, code from organisations.audit_events where id = '{0}'", "was put in past the portal")]
    public async Task Fact_12_altering_one_row_breaks_verification_which_names_it(string change, string found)
    {
        await portal.PublishedAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();
        var honest = await ExportAsync();
        var one = SealingJson.Read<AuditLine>(honest.Events[honest.Events.Count / 2].Text).Id;

        var wrong = await TamperedAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, one));

        wrong.ShouldContain(f => !f.Holds && f.Text.Contains(found, StringComparison.Ordinal));
        new AuditCheck(Keys()).Check(await ExportAsync(), null).ShouldAllBe(f => f.Holds, "the change was taken back");
    }

    [Fact]
    public async Task What_was_written_since_is_sealed_once_however_many_workers_come()
    {
        await portal.PublishedAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync()));
        await portal.RunWorkerAsync<SealAuditTrail>();

        var file = await ExportAsync();
        file.Waiting.ShouldBeEmpty();
        file.Events.ShouldAllBe(e => e.Seal != null);
        Check(file).Code.ShouldBe(0);
    }

    /// <summary>Nodes share the folder: what another one put away is not put away again, and what none could is.</summary>
    [Fact]
    public async Task Each_seal_is_put_away_once_whichever_node_is_at_it_and_a_line_cut_off_is_put_away_anew()
    {
        var file = Path.Combine(portal.DataFolder, "audit-anchors", "seals.jsonl");
        await portal.PublishedAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();
        var other = new AuditAnchor(portal.Services.GetRequiredService<IConfiguration>());
        var last = other.LastNumber();
        await portal.PublishedAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();
        other.LastNumber().ShouldBe(last + 1, "it looks at the file, not at what it remembers");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file))[..^20]);

        await portal.PublishedAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();

        var (code, text) = Check(await ExportAsync());
        code.ShouldBe(0, text);
        other.LastNumber().ShouldBe(last + 2);
    }

    [Fact]
    public async Task An_event_that_commits_after_later_ones_were_sealed_is_sealed_next()
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var late = AuditEventId.Next();
        await using (var insert = new NpgsqlCommand(
            $"""
             insert into organisations.audit_events
               (id, actor_name, organisation_name, object_type, object_id, action, refused)
             values ('{late}', '', '', 'CallOff', '{Guid.NewGuid()}', 'Late', false)
             """, connection, transaction))
        {
            await insert.ExecuteNonQueryAsync();
        }

        await portal.PublishedAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();
        await transaction.CommitAsync();
        await portal.RunWorkerAsync<SealAuditTrail>();

        var file = await ExportAsync();
        file.Events.Single(e => SealingJson.Read<AuditLine>(e.Text).Id == late).Seal.ShouldBe(file.Seals.Count);
        Check(file).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_seals_or_takes_out_of_the_queue_but_the_worker()
    {
        foreach (var statement in new[]
        {
            "select * from organisations.take_unsealed(10)",
            "delete from organisations.audit_unsealed",
            "insert into organisations.audit_seals values (99999, '', '', '')",
            "insert into organisations.audit_leaves values (gen_random_uuid(), 1, 0, '')",
            "update organisations.audit_seals set text = ''",
        })
        {
            (await Should.ThrowAsync<PostgresException>(
                () => TenderingFixture.ExecuteAsync(portal.Database.App, statement)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, statement);
        }

        await Should.ThrowAsync<PostgresException>(
            () => TenderingFixture.ExecuteAsync(portal.Database.Worker, "delete from organisations.audit_seals"));
        await Should.ThrowAsync<PostgresException>(
            () => portal.ExecuteAsync("truncate organisations.audit_leaves"));
    }

    private async Task SealAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Framework.Application.ActingUser>().ActAs(null, background: true);
        await scope.ServiceProvider.GetRequiredService<SealAuditTrail>().DoWorkAsync(CancellationToken.None);
    }

    private async Task<AuditFile> ExportAsync()
    {
        await using var db = DatabaseMigrator.Context(portal.Database.Superuser);
        return await AuditExport.ReadAsync(db, CancellationToken.None);
    }

    /// <summary>In a transaction that is rolled back: the trail is shared.</summary>
    private async Task<IReadOnlyList<Finding>> TamperedAsync(string change)
    {
        await using var db = DatabaseMigrator.Context(portal.Database.Superuser);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"set local session_replication_role = replica");
        await db.Database.ExecuteSqlRawAsync(change);
        return new AuditCheck(Keys()).Check(await AuditExport.ReadAsync(db, CancellationToken.None), null);
    }

    private IReadOnlyList<PublicKey> Keys() => portal.Services.GetRequiredService<SigningKeys>().All;

    private (int Code, string Text) Check(AuditFile file)
    {
        using var output = new StringWriter();
        var keys = new KeysFile { Format = KeysFile.CurrentFormat, Keys = Keys() };
        var anchors = File.ReadAllText(Path.Combine(portal.DataFolder, "audit-anchors", "seals.jsonl"));
        return (Checker.Run(
            [("keys", SealingJson.WriteFile(keys)), ("audit", SealingJson.WriteFile(file)), ("seals", anchors)], output),
            output.ToString());
    }
}
