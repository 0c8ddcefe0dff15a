using System.Text;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Questions;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Whoever steals the database, its write-ahead log and the portal's files before the deadline reads no bid. Sought in
/// the cluster's own files, in every row, and in the data folder but for the keys. Source: PCR 2015, reg. 22(16)(b).
/// </summary>
public sealed class StolenDumpTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private const int InEachAnswer = 5;

    [Fact]
    public async Task T05_reg_22_16_b_of_50_canaries_in_bids_and_drafts_none_is_found_before_the_opening_and_all_are_read_after_it()
    {
        var (began, bids, drafts, control) = (DateTime.UtcNow.AddSeconds(-1), new Canary(), new Canary(), new Canary());
        var callOff = await portal.PublishedAsync();
        var other = await portal.PublishedAsync();
        foreach (var provider in portal.Members.Take(3))
        {
            await SubmitAsync(callOff.Id, provider, bids);
        }

        await SaveAsync(other.Id, portal.LanternRow, drafts);
        await (await portal.ProviderAsync(portal.LanternRow)).PostAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}/questions", new AskQuestionDto { Text = $"May {control.Next()} move in?" });
        await portal.DrainOutboxAsync();

        var stolen = await StealAsync(began);
        var opened = await OpenedAsync(callOff);

        (bids.Made + drafts.Made).ShouldBeGreaterThanOrEqualTo(50);
        control.FoundIn(stolen).ShouldNotBeEmpty("the search finds what is not sealed");
        bids.FoundIn(stolen).ShouldBeEmpty();
        drafts.FoundIn(stolen).ShouldBeEmpty();
        opened.ShouldBe(bids.Made);

        async Task<int> OpenedAsync(DpsPortal.Tendering.CallOffs.CallOffDto sealedOne)
        {
            await portal.OpenAsync(sealedOne);
            var read = await TenderingFixture.DeclareAsync(await portal.OfficerAsync, sealedOne.Id);
            return read.Bids.SelectMany(b => b.Answers)
                .Sum(a => a.Text.Split(' ').Count(word => word.StartsWith(bids.Mark, StringComparison.Ordinal)));
        }
    }

    private async Task<BidDto> SaveAsync(Guid callOff, TestOrganisation provider, Canary canary) =>
        await (await portal.ProviderAsync(provider)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff}/bid",
            portal.BidInput(provider, 100_000) with
            {
                Answers =
                [
                    .. TenderingFixture.Criteria.Select(c => new BidAnswerDto(
                        c.Id, string.Join(' ', Enumerable.Range(0, InEachAnswer).Select(_ => canary.Next())))),
                ],
            });

    private async Task SubmitAsync(Guid callOff, TestOrganisation provider, Canary canary) =>
        (await portal.SubmitAsync(callOff, provider, await SaveAsync(callOff, provider, canary))).Read<BidReceiptDto>();

    /// <summary>Files and rows, each with its name.</summary>
    private async Task<List<(string Name, byte[] Content)>> StealAsync(DateTime since)
    {
        await TenderingFixture.ExecuteAsync(portal.Database.Superuser, "checkpoint");
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        var cluster = await ScalarAsync(connection, "show data_directory");
        var database = await ScalarAsync(
            connection, "select oid::text from pg_database where datname = current_database()");
        string[] keys = [portal.Opener.KeyFolder, Path.Combine(portal.DataFolder, "draft-key")];
        var files = Files(Path.Combine(cluster, "base", database), since)
            .Concat(Files(Path.Combine(cluster, "pg_wal"), since))
            .Concat(Files(portal.DataFolder, since)
                .Where(file => !Array.Exists(keys, k => file.StartsWith(k, StringComparison.Ordinal))));
        var stolen = new List<(string, byte[])>();
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false);
            stolen.Add((file, content));
        }

        foreach (var table in (await ScalarAsync(
            connection,
            """
            select string_agg(format('%I.%I', schemaname, tablename), ' ') from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """)).Split(' '))
        {
            using var rows = await connection.BeginTextExportAsync($"copy {table} to stdout");
            stolen.Add((table, Encoding.UTF8.GetBytes(await rows.ReadToEndAsync())));
        }

        return stolen;
    }

    private static IEnumerable<string> Files(string folder, DateTime since) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => File.GetLastWriteTimeUtc(file) >= since);

    private static async Task<string> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
