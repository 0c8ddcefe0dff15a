using System.Net;
using DpsPortal.Framework.Auditing;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Many at once: threat T12 and rules R9 and R10 of the security design.</summary>
public sealed class RaceTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private const int Many = 20;

    [Fact]
    public async Task T12_twenty_submissions_at_once_with_one_key_store_one_version()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, Many)
            .Select(_ => portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)));

        answers.Select(a => a.Read<BidReceiptDto>().AsKept()).Distinct().ShouldHaveSingleItem().BidVersion.ShouldBe(1);
        (await StoredAsync(callOff)).Select(v => v.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task T12_of_twenty_submissions_at_once_of_what_was_read_once_one_is_stored_and_the_others_told()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, Many)
            .Select(_ => portal.SubmitAsync(callOff.Id, portal.LanternRow, bid)));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Problem.Code == "DpsPortal:Concurrency");
        (await StoredAsync(callOff)).Select(v => v.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task T12_twenty_who_try_until_they_are_taken_store_twenty_versions_in_the_order_of_their_receipt()
    {
        var callOff = await portal.PublishedAsync();
        await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);

        var receipts = await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            for (; ; )
            {
                var read = await (await portal.ProviderAsync(portal.LanternRow))
                    .GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");
                var saved = await (await portal.ProviderAsync(portal.LanternRow)).SendAsync(
                    HttpMethod.Put, $"/api/opportunities/{callOff.Id}/bid",
                    portal.BidInput(portal.LanternRow, 100_000, read.Bid!.Version));
                var answer = saved.IsSuccess
                    ? await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved.Read<BidDto>())
                    : saved;
                if (answer.IsSuccess)
                {
                    return answer.Read<BidReceiptDto>();
                }

                answer.Problem.Code.ShouldBe("DpsPortal:Concurrency");
            }
        }));

        receipts.Select(r => r.BidVersion).Order().ShouldBe(Enumerable.Range(1, Many));
        receipts.OrderBy(r => r.BidVersion).Select(r => r.ReceivedAt).ShouldBeInOrder();
        (await StoredAsync(callOff)).Select(v => v.Number).ShouldBe(Enumerable.Range(1, Many));
    }

    /// <summary>It arrived in time and waited at the gate: what counts is the database's clock when it gets in.</summary>
    [Fact]
    public async Task R10_a_submission_that_is_held_up_until_the_deadline_is_refused_by_the_databases_clock()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        await using var holder = new NpgsqlConnection(portal.Database.Superuser);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var gate = new NpgsqlCommand(
            $"select pg_advisory_xact_lock(hashtextextended('call-off:{callOff.Id}', 0))", holder, transaction);
        await gate.ExecuteNonQueryAsync();

        var submission = portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);
        await portal.UntilSomebodyWaitsAsync();
        await portal.Clock.SetAsync(callOff.Deadline.AddMilliseconds(1));
        await transaction.CommitAsync();

        (await submission).Problem.Code.ShouldBe(TenderingErrorCodes.DeadlinePassed);
        (await StoredAsync(callOff)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R10_a_submission_that_is_held_up_until_its_call_off_is_cancelled_is_told_so()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        await using var holder = new NpgsqlConnection(portal.Database.Superuser);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var gate = new NpgsqlCommand(
            $"""
             select pg_advisory_xact_lock(hashtextextended('call-off:{callOff.Id}', 0));
             update tendering.call_offs set state = 'Cancelled' where id = '{callOff.Id}'
             """,
            holder, transaction);
        await gate.ExecuteNonQueryAsync();

        var submission = portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);
        await portal.UntilSomebodyWaitsAsync();
        await transaction.CommitAsync();

        (await submission).Problem.Code.ShouldBe(TenderingErrorCodes.CallOffNotOpen);
        (await StoredAsync(callOff)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R9_whatever_was_acknowledged_about_the_deadline_is_in_the_box_that_closes_and_nothing_else()
    {
        for (var round = 0; round < 5; round++)
        {
            var callOff = await portal.PublishedAsync();
            var bids = new Dictionary<TestOrganisation, BidDto>();
            foreach (var provider in portal.Members)
            {
                bids[provider] = await portal.SaveBidAsync(callOff.Id, provider, 100_000);
            }

            await portal.Clock.SetAsync(callOff.Deadline.AddMilliseconds(-(10 + (20 * round))));
            var submissions = Task.WhenAll(bids.Select(b => portal.SubmitAsync(callOff.Id, b.Key, b.Value)));
            while (await portal.Clock.NowAsync() < callOff.Deadline)
            {
                await portal.RunWorkerAsync<CloseDueCallOffs>();
            }

            await Task.WhenAll(portal.RunWorkerAsync<CloseDueCallOffs>(), portal.RunWorkerAsync<CloseDueCallOffs>());
            var answers = await submissions;

            var receipts = answers.Where(a => a.IsSuccess).Select(a => a.Read<BidReceiptDto>()).ToList();
            answers.Where(a => !a.IsSuccess)
                .ShouldAllBe(a => a.Problem.Code == TenderingErrorCodes.DeadlinePassed);
            receipts.ShouldAllBe(r => r.ReceivedAt < callOff.Deadline);
            (await StoredAsync(callOff)).Select(v => v.Sha256)
                .ShouldBe(receipts.Select(r => r.Sha256), ignoreOrder: true);
            (await portal.GetAsync(callOff.Id)).State
                .ShouldBe(receipts.Count > 0 ? CallOffState.Closed : CallOffState.NoBids);
            (await HistoryAsync(callOff)).Count(e => e.ActorName == "The deadline").ShouldBe(1);
        }
    }

    [Fact]
    public async Task Fact_12_two_approvers_at_once_make_one_award_and_one_letter_for_each_bidder()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await portal.ScoreAsync(callOff.Id, evaluation, portal.LanternRow, 4, 4, 4);
        evaluation = await portal.LockQualityAsync(officer, callOff.Id);
        var proposed = await officer.PostAsync<CallOffDto>($"/api/call-offs/{callOff.Id}/award/propose", new ProposeAwardDto
        {
            BidId = evaluation.Bids[0].BidId,
            Reason = "The best tender on the criteria.",
            Version = evaluation.Version,
        });
        var approvers = new[]
        {
            await portal.ApproverAsync,
            await portal.AsAnotherAsync(portal.NorthwickVale, Framework.Application.Role.PlacementsApprover),
        };
        foreach (var approver in approvers)
        {
            await TenderingFixture.DeclareAsync(approver, callOff.Id);
        }

        var answers = await Task.WhenAll(approvers.SelectMany(a => Enumerable.Repeat(a, 5)).Select(a => a.PostAsync(
            $"/api/call-offs/{callOff.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version })));
        await portal.DrainOutboxAsync();

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Status == HttpStatusCode.Conflict);
        var letters = await officer.GetAsync<Framework.Application.LetterDto[]>($"/api/call-offs/{callOff.Id}/letters");
        letters.ShouldHaveSingleItem();
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select count(*) from placements.placements p where p::text like '%{callOff.Id}%'", connection);
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(1);
    }

    private async Task<AuditEventDto[]> HistoryAsync(CallOffDto callOff) =>
        await (await portal.OfficerAsync).GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history");

    /// <summary>What lies in the box, in the order in which it was stored.</summary>
    private async Task<List<(int Number, string Sha256)>> StoredAsync(CallOffDto callOff)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
             select number, sha256 from tendering.bid_versions where call_off_id = '{callOff.Id}'
             order by received_at, number
             """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new List<(int, string)>();
        while (await reader.ReadAsync())
        {
            stored.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        return stored;
    }
}
