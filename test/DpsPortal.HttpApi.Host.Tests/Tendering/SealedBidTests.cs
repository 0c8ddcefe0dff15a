using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DpsPortal.Framework.Auditing;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>The box is shut until its time, and shut again at the deadline.</summary>
public sealed partial class SealedBidTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Fact_10_officers_get_the_same_answers_for_no_bid_one_bid_and_three()
    {
        var deadline = TimeSpan.FromDays(3);
        var answers = new List<string[]>();
        foreach (var bidders in new[] { 0, 1, 3 })
        {
            var callOff = await portal.PublishAsync(await portal.DraftAsync(time: deadline));
            foreach (var provider in portal.Members.Take(bidders))
            {
                await portal.BidAsync(callOff.Id, provider, 123_456);
            }

            answers.Add(await WhatAnOfficerReadsAsync(callOff));
        }

        answers[1].ShouldBe(answers[0]);
        answers[2].ShouldBe(answers[0]);
        answers[0].ShouldAllBe(a => !a.Contains("123456", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fact_10_the_audit_trail_tells_nobody_but_the_bidder_that_it_bid()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 123_456);
        const string OfBids = "organisations.audit_events where object_type in ('Bid', 'Opportunity')";

        (await portal.CountAsync(portal.LanternRow, OfBids)).ShouldBeGreaterThan(0);
        foreach (var other in new[] { portal.NorthwickVale, portal.Kingsferry, portal.Eastmarsh })
        {
            (await portal.CountAsync(other, OfBids)).ShouldBe(0);
        }

        (await portal.CountAsync(
            portal.Copperleaf, $"{OfBids} and organisation_id = '{portal.LanternRow.Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_history_says_why_a_move_was_refused()
    {
        var draft = await portal.DraftAsync();
        var approver = await portal.ApproverAsync;
        var stale = await approver.PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version + 9 });

        var told = (await approver.GetAsync<AuditEventDto[]>($"/api/call-offs/{draft.Id}/history")).Single(e => e.Refused);

        (told.Code, told.Reason).ShouldBe((stale.Problem.Code, stale.Problem.Detail));
    }

    [Fact]
    public async Task A_provider_that_declined_and_then_bids_still_shows_as_declined()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        await provider.PostAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}/decline", new DeclineDto { Reason = NoBidReason.NoVacancy });
        var before = await portal.GetAsync(callOff.Id);

        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var after = await portal.GetAsync(callOff.Id);
        var declineNow = await provider.PostAsync(
            $"/api/opportunities/{callOff.Id}/decline", new DeclineDto { Reason = NoBidReason.Location });

        before.Declines.ShouldBe([new DeclinedDto(portal.LanternRow.Name, NoBidReason.NoVacancy)]);
        after.Declines.ShouldBe(before.Declines);
        after.Version.ShouldBe(before.Version);
        declineNow.Problem.Code.ShouldBe(TenderingErrorCodes.WithdrawFirst);
    }

    [Fact]
    public async Task Fact_10_reg_22_16_g_reading_or_opening_before_the_deadline_is_refused_and_remembered()
    {
        var callOff = await portal.PublishedAsync();
        var officer = await portal.OfficerAsync;

        var open = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = callOff.Version });
        var read = await officer.GetAsync($"/api/call-offs/{callOff.Id}/evaluation");

        (open.Status, open.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, TenderingErrorCodes.DeadlineNotReached));
        (read.Status, read.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, TenderingErrorCodes.BidsSealed));
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history");
        history.ShouldContain(e => e.Refused && e.Action == "Open");
        history.ShouldContain(e => e.Refused && e.Action == "GetEvaluation");
    }

    [Fact]
    public async Task Reg_22_16_f_a_raw_query_of_the_authority_sees_no_bid_before_opening_and_a_rival_never()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var bids = $"tendering.bids where call_off_id = '{callOff.Id}'";
        var versions = $"tendering.bid_versions where call_off_id = '{callOff.Id}'";

        foreach (var from in new[] { bids, versions })
        {
            (await portal.CountAsync(portal.NorthwickVale, from)).ShouldBe(0);
            (await portal.CountAsync(portal.Copperleaf, from)).ShouldBe(0);
            (await portal.CountAsync(portal.LanternRow, from)).ShouldBe(1);
        }

        await portal.OpenAsync(callOff);
        (await portal.CountAsync(portal.NorthwickVale, versions)).ShouldBe(1);
        (await portal.CountAsync(portal.Kingsferry, versions)).ShouldBe(0);
        (await portal.CountAsync(portal.Copperleaf, versions)).ShouldBe(0);
    }

    [Fact]
    public async Task A_raw_query_of_another_organisation_sees_no_need()
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.DraftAsync();

        foreach (var other in new[] { portal.Kingsferry, portal.Eastmarsh, portal.LanternRow })
        {
            (await portal.CountAsync(other, "tendering.referrals")).ShouldBe(0);
            (await portal.CountAsync(other, "tendering.referral_secrets")).ShouldBe(0);
            (await portal.CountAsync(other, $"tendering.call_offs where id = '{draft.Id}'")).ShouldBe(0);
        }

        (await portal.CountAsync(portal.Kingsferry, $"tendering.call_offs where id = '{callOff.Id}'")).ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, $"tendering.call_offs where id = '{callOff.Id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_submitted_is_written_once_whoever_asks()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);

        foreach (var connection in new[] { portal.Database.App, portal.Database.Superuser })
        {
            await Should.ThrowAsync<PostgresException>(() => TenderingFixture.ExecuteAsync(
                connection, $"update tendering.bid_versions set content = '' where call_off_id = '{callOff.Id}'"));
        }
    }

    /// <summary>The clock of this database stands still: milliseconds can be told apart.</summary>
    [Fact]
    public async Task Fact_09_a_bid_is_taken_a_millisecond_before_the_deadline_and_not_at_it_or_after()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        try
        {
            await StopClockAsync(callOff.Deadline.AddMilliseconds(1));
            var after = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);
            await StopClockAsync(callOff.Deadline);
            var at = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);
            await StopClockAsync(callOff.Deadline.AddMilliseconds(-1));
            var before = (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid)).Read<BidReceiptDto>();

            after.Problem.Code.ShouldBe(TenderingErrorCodes.DeadlinePassed);
            at.Problem.Code.ShouldBe(TenderingErrorCodes.DeadlinePassed);
            before.ReceivedAt.ShouldBe(callOff.Deadline.AddMilliseconds(-1));
            before.Sha256.ShouldMatch("^[0-9a-f]{64}$");
            await StopClockAsync(callOff.Deadline);
            (await (await portal.ProviderAsync(portal.LanternRow))
                .PostAsync($"/api/opportunities/{callOff.Id}/bid/withdraw")).Problem.Code
                .ShouldBe(TenderingErrorCodes.DeadlinePassed);
        }
        finally
        {
            await portal.ExecuteAsync(MovingClock);
        }
    }

    [Fact]
    public async Task A_call_off_without_bids_ends_by_the_clock_and_one_with_bids_closes_once()
    {
        var empty = await portal.PublishedAsync();
        var full = await portal.PublishedAsync();
        await portal.BidAsync(full.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(full.Deadline.AddMinutes(1));

        await Task.WhenAll(
            portal.RunWorkerAsync<CloseDueCallOffs>(), portal.GetAsync(full.Id), portal.GetAsync(full.Id),
            portal.GetAsync(empty.Id));
        await portal.RunWorkerAsync<CloseDueCallOffs>();

        (await portal.GetAsync(empty.Id)).State.ShouldBe(CallOffState.NoBids);
        (await portal.GetAsync(full.Id)).State.ShouldBe(CallOffState.Closed);
        var history = await (await portal.OfficerAsync)
            .GetAsync<AuditEventDto[]>($"/api/call-offs/{full.Id}/history");
        history.Where(e => e.Action == "Close").ShouldHaveSingleItem().ActorName.ShouldBe("The deadline");
    }

    private static string MovingClock =>
        """
        create or replace function app.now() returns timestamptz language plpgsql volatile as $$
        begin return clock_timestamp() + (select shift from app.clock_offset); end $$;
        """;

    private Task StopClockAsync(DateTime at) => portal.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
         create or replace function app.now() returns timestamptz language plpgsql volatile as $$
         begin return timestamptz '{at:yyyy-MM-dd HH:mm:ss.ffffff}+00'; end $$;
         """));

    private async Task<string[]> WhatAnOfficerReadsAsync(CallOffDto callOff)
    {
        var officer = await portal.OfficerAsync;
        var answers = new List<PortalAnswer>();
        foreach (var path in new[] { "", "/history", "/publish-preview", "/evaluation", "/letters" })
        {
            answers.Add(await officer.GetAsync($"/api/call-offs/{callOff.Id}{path}"));
        }

        answers.Add(await officer.GetAsync($"/api/call-offs?search={callOff.Reference}"));
        answers.Add(await officer.GetAsync($"/api/referrals/{callOff.ReferralId}"));
        return
        [
            .. answers.Select(a => $"{a.Status} "
                + Anything().Replace(a.Text.Replace(callOff.Reference, "", StringComparison.Ordinal), "")),
        ];
    }

    /// <summary>Ids, references, times, and the row versions, which count the transactions of everybody.</summary>
    [GeneratedRegex("""
        [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[RC]-[0-9A-Z]{4}-[0-9A-Z]{4}|\d{4}-\d\d-\d\dT[0-9:.]+Z|"version":\d+|\d+ \w+ \d{4} at \d\d:\d\d|"traceId":"[^"]*"
        """)]
    private static partial Regex Anything();
}
