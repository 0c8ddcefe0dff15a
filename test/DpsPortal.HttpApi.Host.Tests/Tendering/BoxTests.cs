using System.Net;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.Sealing;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.TestBase;
using DpsPortal.Verifier;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// What was received is acknowledged with a signature, put under one signed root when bidding closes, and checked by
/// anybody without the portal. Source: PCR 2015, reg. 22(16).
/// </summary>
public sealed class BoxTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task A_bidder_checks_without_the_portal_that_its_bid_was_received_in_time_and_was_in_the_box()
    {
        var callOff = await portal.PublishedAsync();
        var sent = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 120_000);
        var before = await CheckAsync(sent);
        await CloseAsync(callOff);
        var closed = await CheckAsync(sent);
        await portal.OpenAsync(callOff);
        var opened = await CheckAsync(sent);

        foreach (var (code, text) in new[] { before, closed, opened })
        {
            code.ShouldBe(0, text);
            text.ShouldContain("The bid file is what the receipt is for");
        }

        before.Text.ShouldNotContain("The receipt is in the box");
        closed.Text.ShouldContain("The receipt is in the box that the root stands for.");
        opened.Text.ShouldContain("The root stands for the 2 receipts");
        opened.Text.ShouldContain("What was opened was in the box: 2 of its receipts");
    }

    [Fact]
    public async Task Reg_22_16_a_the_receipt_names_the_very_millisecond_and_the_fingerprint_that_the_bidder_saw()
    {
        var callOff = await portal.PublishedAsync();
        var shown = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);

        var file = await ReceiptAsync(await portal.ProviderAsync(portal.LanternRow), callOff.Id, 1);

        var receipt = SealingJson.Read<Receipt>(file.Receipt.Text);
        (receipt.ReceivedAt, receipt.Commitment, receipt.Version, receipt.CallOff)
            .ShouldBe((shown.ReceivedAt, shown.Sha256, 1, callOff.Reference));
        receipt.ClosesAt.ShouldBe(callOff.Deadline);
    }

    [Fact]
    public async Task The_same_bid_sent_twice_has_two_fingerprints_so_that_none_tells_a_price()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var first = (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid)).Read<BidReceiptDto>();
        var again = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000, await VersionAsync(callOff.Id));
        var second = (await portal.SubmitAsync(callOff.Id, portal.LanternRow, again)).Read<BidReceiptDto>();

        second.Sha256.ShouldNotBe(first.Sha256);
    }

    [Fact]
    public async Task Reg_22_16_d_replaced_and_withdrawn_bids_stay_in_the_box_and_are_not_opened()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var again = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 90_000, await VersionAsync(callOff.Id));
        await portal.SubmitAsync(callOff.Id, portal.LanternRow, again);
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 95_000);
        await (await portal.ProviderAsync(portal.Copperleaf)).PostAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}/bid/withdraw");
        await portal.OpenAsync(callOff);

        var box = await BoxAsync(callOff.Id);
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var opened = SealingJson.Read<Opening>(box.Opening!.Text).Opened;

        box.Leaves!.Count.ShouldBe(4, "that a bid was taken back is acknowledged as well");
        opened.ShouldBe([MerkleTree.Leaf((await ReceiptAsync(provider, callOff.Id, 2)).Receipt.Text)]);
        (await ReceiptAsync(provider, callOff.Id, 1)).Proof.ShouldNotBeNull("a replaced bid can be proved as well");
        (await portal.Anonymous().GetAsync<BoxDto>($"/api/public/boxes/{callOff.Id}"))
            .ShouldSatisfyAllConditions(b => b.Receipts.ShouldBe(4), b => b.Opened.ShouldBe(1));
    }

    [Fact]
    public async Task Who_took_its_bid_back_has_that_signed_too()
    {
        var callOff = await portal.PublishedAsync();
        var sent = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var provider = await portal.ProviderAsync(portal.LanternRow);
        (await ReceiptAsync(provider, callOff.Id, 1)).Withdrawal.ShouldBeNull();
        await provider.PostAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}/bid/withdraw");

        var (code, text) = await CheckAsync(sent);

        code.ShouldBe(0, text);
        text.ShouldContain("Version 1 was withdrawn.");
    }

    /// <summary>By a raw query under the role of requests: what no page tells, no hole in a page may tell.</summary>
    [Fact]
    public async Task Before_opening_no_query_of_anybody_counts_the_receipts_and_nobody_opens_in_anothers_name()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await CloseAsync(callOff);
        var leaves = $"tendering.box_leaves where call_off_id = '{callOff.Id}'";

        (await portal.CountAsync(portal.LanternRow, leaves)).ShouldBe(1, "a bidder makes its proof of them");
        foreach (var other in new[] { portal.NorthwickVale, portal.Kingsferry, portal.Copperleaf })
        {
            (await portal.CountAsync(other, leaves)).ShouldBe(0);
        }

        foreach (var forger in new[] { portal.NorthwickVale, portal.Kingsferry, portal.LanternRow })
        {
            (await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
                portal, forger.Id,
                $"insert into tendering.box_openings values ('{callOff.Id}', '{forger.Id}', '{{}}')")))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        await portal.OpenAsync(callOff);
        (await portal.CountAsync(portal.Kingsferry, leaves)).ShouldBe(1);
    }

    [Fact]
    public async Task Before_opening_everybody_may_read_the_root_and_nobody_how_many_bid()
    {
        var none = await portal.PublishedAsync();
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var early = await portal.Anonymous().GetAsync($"/api/public/boxes/{callOff.Id}");
        var earlyFile = await portal.Anonymous().GetAsync($"/api/public/boxes/{callOff.Id}/file");
        await CloseAsync(callOff);
        await CloseAsync(none);

        var shown = await portal.Anonymous().GetAsync<BoxDto>($"/api/public/boxes/{callOff.Id}");
        var file = await BoxAsync(callOff.Id);
        var empty = await portal.Anonymous().GetAsync<BoxDto>($"/api/public/boxes/{none.Id}");

        (early.Status, earlyFile.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (shown.Receipts, shown.Opened, file.Leaves, file.Opening).ShouldBe((null, null, null, null));
        shown.Root.ShouldBe((await portal.GetAsync(callOff.Id)).BoxRoot);
        empty.Root.ShouldBe(MerkleTree.Root([]));
    }

    [Fact]
    public async Task The_root_leaves_the_portal_when_bidding_closes_to_each_bidder_with_its_proof_and_to_the_officers()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 120_000);
        var officer = await portal.OfficerAsync;
        await CloseAsync(callOff);
        await portal.DrainOutboxAsync();

        var root = (await portal.GetAsync(callOff.Id)).BoxRoot!;
        var bidder = await portal.ProviderAsync(portal.LanternRow);
        var rival = await portal.ProviderAsync(portal.Copperleaf);
        var leaf = MerkleTree.Leaf((await ReceiptAsync(bidder, callOff.Id, 1)).Receipt.Text);
        (await ClosingMailAsync(bidder, callOff)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(b => b.ShouldContain(root), b => b.ShouldContain(leaf));
        (await ClosingMailAsync(officer, callOff)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(b => b.ShouldContain(root), b => b.ShouldNotContain(leaf[..8]));
        (await ClosingMailAsync(rival, callOff)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update tendering.bid_versions set sealed = replace(sealed, 'dps-bid/1', 'dps-bid/2') where {0}")]
    [InlineData("update tendering.bid_versions set received_at = received_at - interval '1 ms' where {0}")]
    [InlineData("delete from tendering.bid_receipts where {0} and provider_id = '{1}'; delete from tendering.opened_bids where {0}; delete from tendering.bid_versions where {0} and provider_id = '{1}'")]
    [InlineData("update tendering.box_leaves set leaves = '[]' where {0}")]
    [InlineData("update tendering.bid_receipts set signed = jsonb_set(signed, '{{signature}}', '\"AAAA\"') where {0}")]
    [InlineData("update tendering.closed_boxes set signed = jsonb_set(signed, '{{text}}', '\"no box\"') where {0}")]
    [InlineData("delete from tendering.closed_boxes where {0}")]
    [InlineData("update tendering.bid_versions set sealed = (select max(sealed) from tendering.bid_versions where {0}) where {0}")]
    [InlineData("update tendering.bid_versions set sha256 = 'none' where {0}")]
    [InlineData("update tendering.bids set state = 'Withdrawn' where {0} and provider_id = '{1}'")]
    [InlineData("update tendering.bids set last_version = 1 where {0} and provider_id = '{1}'")]
    [InlineData("insert into tendering.bid_receipts select version_id, true, call_off_id, provider_id, 'x', signed from tendering.bid_receipts where {0} and provider_id = '{1}' limit 1")]
    [InlineData("update tendering.closed_boxes set signed = jsonb_set(signed, '{{signature}}', '\"AAAA\"') where {0}")]
    [InlineData("update tendering.bid_receipts set signed = jsonb_set(signed, '{{text}}', to_jsonb(replace(signed ->> 'text', '\"version\":1', '\"version\":2'))) where {0}")]
    public async Task A_box_that_was_changed_by_whoever_rules_the_database_is_not_opened(string change)
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 90_000);
        await portal.SubmitAsync(
            callOff.Id, portal.LanternRow,
            await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000, await VersionAsync(callOff.Id)));
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 120_000);
        await CloseAsync(callOff);
        var version = (await portal.GetAsync(callOff.Id)).Version;
        var first = await (await portal.OfficerAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = version });
        await portal.ExecuteAsync("set session_replication_role = replica; " + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, change, $"call_off_id = '{callOff.Id}'",
            portal.LanternRow.Id));

        var refused = await (await portal.ApproverAsync).PostAsync(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = first.Version });

        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.BoxBroken));
        (await portal.GetAsync(callOff.Id)).State.ShouldBe(CallOffState.Closed);
        (await portal.CountAsync(portal.NorthwickVale, $"tendering.opened_bids where call_off_id = '{callOff.Id}'"))
            .ShouldBe(0);
        (await (await portal.OfficerAsync).GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history"))
            .ShouldContain(e => e.Refused && e.Code == TenderingErrorCodes.BoxBroken);
    }

    [Theory]
    [InlineData("update tendering.released_bids set content = replace(content, '100000', '10000') where {0}")]
    [InlineData("delete from tendering.opened_bids where {0} and provider_id = '{1}'")]
    [InlineData("update tendering.box_openings set signed = jsonb_set(signed, '{{signature}}', '\"AAAA\"') where {0}")]
    public async Task On_bids_that_were_changed_after_the_opening_nothing_is_decided(string change)
    {
        var steps = new PriceQuestionSteps(portal);
        var ranked = await steps.RankedAsync((portal.LanternRow, 100_000), (portal.HarbourSteps, 150_000));
        await portal.ExecuteAsync("set session_replication_role = replica; " + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, change, $"call_off_id = '{ranked.CallOffId}'",
            portal.HarbourSteps.Id));

        var refused = await steps.TryProposeAsync(ranked, portal.LanternRow);

        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.BoxBroken));
    }

    [Fact]
    public async Task Nobody_opens_a_box_early_or_alone_by_a_raw_query_either()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        const string Early =
            "update tendering.call_offs set openers = '[{\"userId\":\"a\"},{\"userId\":\"b\"}]', opened_at = app.now()";

        async Task RefusedAsync(string change) => (await Should.ThrowAsync<PostgresException>(
            () => RawSql.ExecuteAsync(portal, portal.NorthwickVale.Id, $"{change} where id = '{callOff.Id}'")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, change);

        await RefusedAsync(Early);
        await RefusedAsync($"{Early}, deadline = app.now() - interval '1 day'");
        await CloseAsync(callOff);
        await RefusedAsync("update tendering.call_offs set opened_at = app.now()");
        await RefusedAsync(
            "update tendering.call_offs set openers = '[{\"userId\":\"a\"},{\"userId\":\"a\"}]', opened_at = app.now()");
    }

    [Fact]
    public async Task Nothing_enters_or_leaves_a_closed_box_by_a_raw_query()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await CloseAsync(callOff);
        var where = $"where call_off_id = '{callOff.Id}'";

        foreach (var change in new[]
        {
            $"update tendering.bid_receipts set leaf = leaf {where}", $"delete from tendering.bid_receipts {where}",
            $"update tendering.closed_boxes set root = root {where}", $"delete from tendering.closed_boxes {where}",
            $"update tendering.box_leaves set leaves = leaves {where}",
            "truncate tendering.bid_receipts", "truncate tendering.box_openings",
            $"""
             insert into tendering.bid_receipts
             select version_id, true, call_off_id, provider_id, 'x', signed from tendering.bid_receipts {where}
             """,
        })
        {
            (await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(portal, portal.LanternRow.Id, change)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, change);
            await Should.ThrowAsync<PostgresException>(() => portal.ExecuteAsync(change), change);
        }
    }

    [Fact]
    public async Task A_receipt_is_its_bidders_alone_and_the_authoritys_only_once_opened()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var receipts = $"tendering.bid_receipts where call_off_id = '{callOff.Id}'";
        await CloseAsync(callOff);

        (await portal.CountAsync(portal.LanternRow, receipts)).ShouldBe(1);
        foreach (var other in new[] { portal.NorthwickVale, portal.Copperleaf, portal.Kingsferry })
        {
            (await portal.CountAsync(other, receipts)).ShouldBe(0);
        }

        foreach (var path in new[] { "receipt", "copy" })
        {
            (await (await portal.ProviderAsync(portal.Copperleaf)).GetAsync(Version(callOff.Id, 1, path))).Status
                .ShouldBe(HttpStatusCode.NotFound);
            (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync(Version(callOff.Id, 2, path))).Status
                .ShouldBe(HttpStatusCode.NotFound);
            (await (await portal.OfficerAsync).GetAsync(Version(callOff.Id, 1, path))).Status
                .ShouldBe(HttpStatusCode.Forbidden);
        }

        await portal.OpenAsync(callOff);
        (await portal.CountAsync(portal.NorthwickVale, receipts)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_bid_is_told_before_the_close_to_nobody_who_asks_the_functions_of_closing()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);

        foreach (var function in new[] { "leaves_of", "box_bidders" })
        {
            foreach (var connection in new[] { portal.Database.App, portal.Database.Worker })
            {
                (await Should.ThrowAsync<PostgresException>(() => TenderingFixture.ExecuteAsync(
                    connection,
                    $"select set_config('app.org', '{portal.NorthwickVale.Id}', false); "
                    + $"select * from tendering.{function}('{callOff.Id}')")))
                    .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            }
        }
    }

    private async Task CloseAsync(CallOffDto callOff)
    {
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        (await portal.GetAsync(callOff.Id)).ClosedAt.ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<string>> ClosingMailAsync(PortalClient reader, CallOffDto callOff) =>
    [
        .. (await portal.MailAsync(reader.Session!.User!.Email))
            .Where(m => m.Subject == $"Bidding has closed: {callOff.Reference}").Select(m => m.Body),
    ];

    private async Task<uint> VersionAsync(Guid callOff) =>
        (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff}"))
        .Bid!.Version;

    private static string Version(Guid callOff, int version, string file) =>
        $"/api/opportunities/{callOff}/bid/versions/{version}/{file}";

    private static async Task<ReceiptFile> ReceiptAsync(PortalClient provider, Guid callOff, int version) =>
        SealingJson.Read<ReceiptFile>((await provider.GetAsync(Version(callOff, version, "receipt"))).Text);

    private async Task<BoxFile> BoxAsync(Guid callOff) =>
        SealingJson.Read<BoxFile>((await portal.Anonymous().GetAsync($"/api/public/boxes/{callOff}/file")).Text);

    /// <summary>By the verifier, with all files there are.</summary>
    private async Task<(int Code, string Text)> CheckAsync(BidReceiptDto sent)
    {
        var (provider, callOff) = (await portal.ProviderAsync(portal.LanternRow), sent.CallOffId);
        var kept = new BidFile { Format = BidFile.CurrentFormat, Salt = sent.Salt!, Content = sent.Text! };
        var anonymous = portal.Anonymous();
        var files = new List<(string, string)>
        {
            ("keys", (await anonymous.GetAsync("/api/public/signing-keys")).Text),
            ("receipt", (await provider.GetAsync(Version(callOff, 1, "receipt"))).Text),
            ("bid", SealingJson.WriteFile(kept)),
        };
        var box = await anonymous.GetAsync($"/api/public/boxes/{callOff}/file");
        if (box.IsSuccess)
        {
            files.Add(("box", box.Text));
        }

        using var output = new StringWriter();
        return (Checker.Run(files, output), output.ToString());
    }
}
