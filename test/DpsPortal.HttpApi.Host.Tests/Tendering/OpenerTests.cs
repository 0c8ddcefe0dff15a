using System.Net;
using DpsPortal.Sealing;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Bids are sealed to a key that the portal does not hold, and opened by a process that trusts neither the portal nor the
/// database on when. Source: PCR 2015, reg. 22(16)(b)-(e).
/// </summary>
public sealed class OpenerTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task T06_nothing_is_sealed_to_a_key_that_somebody_put_in_the_place_of_the_Openers()
    {
        var callOff = await portal.PublishedAsync();
        using var forger = SigningKey.Create();
        var key = SealingJson.Write(new BoxKey
        {
            Format = BoxKey.CurrentFormat,
            CallOffId = callOff.Id,
            Spki = forger.Public.Spki,
            ClosesAt = callOff.Deadline,
        });
        await portal.ExecuteAsync(
            "set session_replication_role = replica; update tendering.box_keys set signed = "
            + $"'{SealingJson.Write(forger.Sign(key))}' where call_off_id = '{callOff.Id}'");

        await RefusesAsync(callOff);
    }

    [Fact]
    public async Task T07_nothing_is_sealed_for_a_deadline_that_somebody_brought_forward()
    {
        var callOff = await portal.PublishedAsync();
        await portal.ExecuteAsync(
            $"update tendering.call_offs set deadline = deadline - interval '1 minute' where id = '{callOff.Id}'");

        await RefusesAsync(callOff);
    }

    [Fact]
    public async Task T07_reg_22_16_e_the_Opener_keeps_to_the_deadline_that_it_signed_whatever_the_database_says()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.ExecuteAsync(
            $"update tendering.call_offs set deadline = app.now() - interval '1 second' where id = '{callOff.Id}'");

        var refused = await TryOpenAsync(callOff);

        (refused.Status, refused.Problem.Code).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, TenderingErrorCodes.OpenerRefused));
        refused.Problem.Detail!.ShouldContain("TooEarly");
        (await ReleasedAsync(callOff)).ShouldBe(0);
    }

    [Fact]
    public async Task R10_a_box_opens_by_the_Openers_own_clock_as_well()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        portal.Opener.ClockOffset = TimeSpan.FromMinutes(-1);
        try
        {
            (await TryOpenAsync(callOff)).Problem.Code.ShouldBe(TenderingErrorCodes.OpenerRefused);
            (await ReleasedAsync(callOff)).ShouldBe(0);
        }
        finally
        {
            portal.Opener.ClockOffset = TimeSpan.Zero;
        }

        var version = (await portal.GetAsync(callOff.Id)).Version;
        (await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = version })).State
            .ShouldBe(CallOffState.Opened);
    }

    [Fact]
    public async Task R19_while_the_Opener_is_away_bids_come_in_and_close_on_time_and_open_once_it_is_back()
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.DraftAsync();
        await portal.Opener.StopAsync();
        var unpublished = await (await portal.ApproverAsync).PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var unopened = await TryOpenAsync(callOff);
        var closed = await portal.GetAsync(callOff.Id);
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        portal.Opener.Start();

        foreach (var refused in new[] { unpublished, unopened })
        {
            (refused.Status, refused.Problem.Code).ShouldBe(
                (HttpStatusCode.ServiceUnavailable, TenderingErrorCodes.OpenerAway));
        }

        (await portal.GetAsync(draft.Id)).State.ShouldBe(CallOffState.Draft);
        (closed.State, closed.BoxRoot is not null).ShouldBe((CallOffState.Closed, true));
        (await portal.PublishedAsync()).State.ShouldBe(CallOffState.Published);
        (await ReleasedAsync(callOff)).ShouldBe(0, "nothing opens by itself");
        (await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = closed.Version })).State
            .ShouldBe(CallOffState.Opened);
    }

    [Fact]
    public async Task Reg_22_16_c_a_later_deadline_is_signed_with_the_same_key_and_holds_from_then_on()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var later = callOff.Deadline.AddHours(2);
        await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/extend",
            new ExtendCallOffDto
            {
                Deadline = later,
                Reason = ExtensionReason.BiddersAskedForTime,
                Version = (await portal.GetAsync(callOff.Id)).Version,
            });
        await UntilSignedAsync(callOff.Id, 2);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 120_000);
        await portal.ExecuteAsync(
            $"update tendering.call_offs set deadline = app.now() - interval '1 second' where id = '{callOff.Id}'");
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(1));

        var early = await TryOpenAsync(callOff);
        await portal.Clock.SetAsync(later.AddSeconds(1));
        var version = (await portal.GetAsync(callOff.Id)).Version;
        var late = await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = version });

        early.Problem.Detail!.ShouldContain("TooEarly");
        late.State.ShouldBe(CallOffState.Opened);
        (await portal.CountAsync(
            portal.NorthwickVale,
            $"(select distinct key_id from tendering.box_keys where call_off_id = '{callOff.Id}') keys")).ShouldBe(1);
    }

    [Fact]
    public async Task T46_the_portals_roles_write_no_key_and_no_opened_bid_and_ask_for_no_opening_before_its_time()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var (id, authority) = (callOff.Id, portal.NorthwickVale.Id);
        var officer = Guid.NewGuid();
        string[] refused =
        [
            $"insert into tendering.box_keys values ('{id}', 9, 'x', app.now(), '{{}}')",
            $"update tendering.box_keys set key_id = 'x' where call_off_id = '{id}'",
            $"insert into tendering.released_bids select id, call_off_id, provider_id, '{{}}', '', '{{}}', app.now() from tendering.bid_versions",
            $"insert into tendering.opener_requests (id, kind, call_off_id, authority_id, reference, officer_id, asked_at, signed_order) values (gen_random_uuid(), 'Open', '{id}', '{authority}', 'x', '{officer}', app.now(), '{{}}')",
            $"update tendering.opener_requests set answered_at = app.now() where call_off_id = '{id}'",
        ];

        foreach (var sql in refused)
        {
            foreach (var connection in new[] { portal.Database.App, portal.Database.Worker })
            {
                (await Should.ThrowAsync<PostgresException>(() => TenderingFixture.ExecuteAsync(
                    connection, $"select set_config('app.org', '{authority}', false); {sql}")))
                    .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
            }
        }
    }

    /// <summary>With the triggers out of the way, and whatever the rows say.</summary>
    [Fact]
    public async Task Whoever_rules_the_database_orders_nothing_and_gives_no_box_a_root()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var genuine = (await portal.ValueAsync<string>(
            $"select signed_order::text from tendering.opener_requests where call_off_id = '{callOff.Id}'"))!;
        using var forger = SigningKey.Create();
        foreach (var (kind, text) in new[]
        {
            ("Open", SealingJson.Write(forger.Sign("{}"))), ("BoxKey", genuine), ("Nonsense", "{}"), ("BoxKey", "[]"),
        })
        {
            var request = Guid.NewGuid();
            await portal.ExecuteAsync(
                $"""
                 set session_replication_role = replica;
                 insert into tendering.opener_requests
                     (id, kind, call_off_id, authority_id, reference, officer_id, asked_at, signed_order)
                 values ('{request}', '{kind}', '{callOff.Id}', '{portal.NorthwickVale.Id}', 'x', '{request}', app.now(),
                     '{text}')
                 """);
            (await AnswerAsync(request)).ShouldBeOneOf("NotOrdered", "BoxBroken");
        }

        (await ReleasedAsync(callOff)).ShouldBe(0);
        (await portal.CountAsync(
            portal.LanternRow, $"tendering.box_keys where call_off_id = '{callOff.Id}'")).ShouldBe(1);
        await portal.OpenAsync(callOff);
    }

    [Fact]
    public async Task A_root_that_the_portal_did_not_sign_opens_nothing_and_one_box_has_one_root()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var closed = await portal.GetAsync(callOff.Id);
        var honest = (await portal.ValueAsync<string>(
            $"select signed::text from tendering.closed_boxes where call_off_id = '{callOff.Id}'"))!;
        using var forger = SigningKey.Create();
        var forged = SealingJson.Write(forger.Sign(SealingJson.Read<SignedText>(honest).Text));
        await SetRootAsync(forged);

        (await TryOpenAsync(callOff)).Problem.Code.ShouldBe(TenderingErrorCodes.BoxBroken);
        (await ReleasedAsync(callOff)).ShouldBe(0);
        await SetRootAsync(honest);
        (await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = (await portal.GetAsync(closed.Id)).Version }))
            .State.ShouldBe(CallOffState.Opened);

        Task SetRootAsync(string signed) => portal.ExecuteAsync(
            "set session_replication_role = replica; update tendering.closed_boxes set signed = "
            + $"'{signed}' where call_off_id = '{callOff.Id}'");
    }

    [Fact]
    public async Task There_is_one_Opener_at_work_on_a_database()
    {
        await using var second = new NpgsqlConnection(portal.Database.Opener);
        await second.OpenAsync();
        await using var lockIt = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended('dps-opener', 0))", second);

        await portal.PublishedAsync();

        (await lockIt.ExecuteScalarAsync()).ShouldBe(false);
    }

    [Theory]
    [InlineData("tendering.call_offs")]
    [InlineData("tendering.bids")]
    [InlineData("tendering.referrals")]
    [InlineData("tendering.draft_keys")]
    [InlineData("tendering.opened_bids")]
    [InlineData("organisations.users")]
    [InlineData("organisations.audit_events")]
    [InlineData("app.outbox_messages")]
    public async Task The_Openers_role_sees_the_box_and_nothing_else(string table) =>
        (await Should.ThrowAsync<PostgresException>(
            () => TenderingFixture.ExecuteAsync(portal.Database.Opener, $"select 1 from {table}")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task R13_an_Opener_whose_folder_lacks_the_key_of_a_box_with_bids_makes_no_other_in_its_place()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Path.Combine(portal.Opener.KeyFolder, "boxes", $"{callOff.Id}");
        var aside = Path.Combine(portal.DataFolder, $"{callOff.Id}");
        Directory.Move(key, aside);
        await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/extend",
            new ExtendCallOffDto
            {
                Deadline = callOff.Deadline.AddHours(1),
                Reason = ExtensionReason.BiddersAskedForTime,
                Version = (await portal.GetAsync(callOff.Id)).Version,
            });
        await portal.Clock.SetAsync(callOff.Deadline.AddHours(1).AddSeconds(1));
        var without = await TryOpenAsync(callOff);
        Directory.Move(aside, key);
        var version = (await portal.GetAsync(callOff.Id)).Version;

        without.Problem.Detail!.ShouldContain("NoKey");
        (await portal.CountAsync(
            portal.LanternRow, $"tendering.box_keys where call_off_id = '{callOff.Id}'")).ShouldBe(1);
        (await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = version })).State
            .ShouldBe(CallOffState.Opened, "the key of before opens it once it is back");
    }

    private async Task RefusesAsync(CallOffDto callOff)
    {
        var draft = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, draft);

        (refused.Status, refused.Problem.Code).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, TenderingErrorCodes.BoxKeyUntrusted));
        (await portal.CountAsync(
            portal.LanternRow, $"tendering.bid_versions where call_off_id = '{callOff.Id}'")).ShouldBe(0);
        (await portal.CountAsync(
            portal.LanternRow, $"tendering.bids where call_off_id = '{callOff.Id}' and draft is not null")).ShouldBe(1);
    }

    /// <summary>By two officers, the deadline being past by the database.</summary>
    private async Task<PortalAnswer> TryOpenAsync(CallOffDto callOff)
    {
        var closed = await portal.GetAsync(callOff.Id);
        var asked = await (await portal.OfficerAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = closed.Version });
        return await (await portal.ApproverAsync).PostAsync(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = asked.Version });
    }

    private async Task<long> ReleasedAsync(CallOffDto callOff) => await portal.CountAsync(
        portal.LanternRow, $"tendering.released_bids where call_off_id = '{callOff.Id}'");

    private async Task<string> AnswerAsync(Guid request)
    {
        for (var tries = 0; ; tries++)
        {
            tries.ShouldBeLessThan(200, "the Opener answers");
            if (await portal.ValueAsync<string>(
                $"select refusal from tendering.opener_requests where id = '{request}'") is { } refusal)
            {
                return refusal;
            }

            await Task.Delay(25);
        }
    }

    private async Task UntilSignedAsync(Guid callOff, int number)
    {
        var keys = $"tendering.box_keys where call_off_id = '{callOff}'";
        for (var tries = 0; await portal.CountAsync(portal.LanternRow, keys) < number; tries++)
        {
            tries.ShouldBeLessThan(200, "the Opener signs the later deadline");
            await Task.Delay(25);
        }
    }
}
