using System.Net;
using DpsPortal.Sealing;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>What the portal keeps of a draft and of a bid that was sent, and what its bidder has of it.</summary>
public sealed class SentBidTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task What_was_sent_is_read_by_nobody_before_the_opening_and_by_its_bidder_again_after_it()
    {
        var callOff = await portal.PublishedAsync();
        var sent = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var copy = $"/api/opportunities/{callOff.Id}/bid/versions/1/copy";

        var bid = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!;
        var sealedCopy = await provider.GetAsync(copy);
        await portal.OpenAsync(callOff);
        var opened = SealingJson.Read<BidFile>((await provider.GetAsync(copy)).Text);

        (bid.State, bid.HasDraft, bid.Text, bid.TotalWeeklyPence, bid.Lines.Count).ShouldBe(
            (BidState.Submitted, false, null, 0, 0));
        (bid.LastReceipt!.TotalWeeklyPence, bid.LastReceipt.Salt, bid.LastReceipt.Text).ShouldBe((null, null, null));
        (sealedCopy.Status, sealedCopy.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.BidSealed));
        (opened.Salt, opened.Content).ShouldBe((sent.Salt, sent.Text));
    }

    [Fact]
    public async Task The_bidder_knows_the_text_and_the_salt_before_it_sends_so_that_a_lost_answer_loses_nothing()
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var salt = Receipt.NewSalt();
        var request = new SubmitBidDto { TotalWeeklyPence = draft.TotalWeeklyPence, Version = draft.Version, Salt = salt };

        var first = (await SendAsync(callOff.Id, request)).Read<BidReceiptDto>();
        var again = (await SendAsync(callOff.Id, request)).Read<BidReceiptDto>();
        var other = await SendAsync(callOff.Id, request with { Salt = Receipt.NewSalt() });

        (first.Salt, first.Text).ShouldBe((salt, draft.Text));
        again.ShouldBe(first.AsKept());
        again.Sha256.ShouldBe(Receipt.CommitmentTo(salt, draft.Text!));
        other.Problem.Code.ShouldBe(TenderingErrorCodes.IdempotencyKeyReused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz")]
    public async Task A_salt_that_is_none_is_refused_at_its_field(string start)
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);

        var refused = await SendAsync(callOff.Id, new SubmitBidDto
        {
            TotalWeeklyPence = draft.TotalWeeklyPence,
            Version = draft.Version,
            Salt = start == "zz" ? new string('z', 64) : start,
        });

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Problem.Errors.Keys.ShouldBe(["salt"]);
    }

    [Fact]
    public async Task A_draft_that_was_sent_cannot_be_sent_once_more_without_being_saved_anew()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var bid = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!;

        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);

        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.BidWithoutDraft));
    }

    [Fact]
    public async Task A_draft_is_encrypted_under_a_key_of_its_provider_and_gone_once_it_was_sent()
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 123_457);
        var bids = $"tendering.bids where call_off_id = '{callOff.Id}'";

        (await portal.CountAsync(portal.LanternRow, $"{bids} and draft is not null")).ShouldBe(1);
        (await portal.CountAsync(portal.LanternRow, $"{bids} and draft like '%123457%'")).ShouldBe(0);
        (await portal.CountAsync(portal.Copperleaf, $"tendering.draft_keys where provider_id = '{portal.LanternRow.Id}'"))
            .ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, $"tendering.draft_keys where provider_id = '{portal.LanternRow.Id}'"))
            .ShouldBe(1);
        await portal.SubmitAsync(callOff.Id, portal.LanternRow, draft);
        (await portal.CountAsync(portal.LanternRow, $"{bids} and draft is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_whose_portal_key_was_lost_is_lost_and_the_next_one_is_kept()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.ExecuteAsync(
            $"update tendering.bids set draft = encode(sha256('x'), 'base64') where call_off_id = '{callOff.Id}'");

        var read = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!;
        var anew = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 90_000, read.Version);

        (read.HasDraft, anew.HasDraft, anew.TotalWeeklyPence).ShouldBe((false, true, 90_000));
    }

    private async Task<PortalAnswer> SendAsync(Guid callOff, SubmitBidDto request) =>
        await (await portal.ProviderAsync(portal.LanternRow)).SendAsync(
            HttpMethod.Post, $"/api/opportunities/{callOff}/bid/submit", request, ("Idempotency-Key", $"key-of-{callOff}"));
}
