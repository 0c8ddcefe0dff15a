using System.Net;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>A key gives its receipt again, and never one for a bid that was taken back.</summary>
public sealed class BidKeyTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task The_key_of_a_withdrawn_bid_gives_no_receipt_and_a_new_key_submits_anew()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var (first, second) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, first)).IsSuccess.ShouldBeTrue();
        var withdrawn = await WithdrawAsync(provider, callOff.Id);

        var whileWithdrawn = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, first);
        var redone = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000, withdrawn.Bid!.Version);
        var withTheNewVersion = await portal.SubmitAsync(callOff.Id, portal.LanternRow, redone, first);
        var state = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!.State;
        var anew = await portal.SubmitAsync(callOff.Id, portal.LanternRow, redone, second);
        var whileSubmittedAnew = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, first);
        var again = await portal.SubmitAsync(callOff.Id, portal.LanternRow, redone, second);

        whileWithdrawn.Status.ShouldBe(HttpStatusCode.Conflict, whileWithdrawn.Text);
        whileWithdrawn.Problem.Code.ShouldBe(TenderingErrorCodes.BidWithdrawnSince);
        withTheNewVersion.Problem.Code.ShouldBe(TenderingErrorCodes.IdempotencyKeyReused);
        state.ShouldBe(BidState.Withdrawn);
        anew.Read<BidReceiptDto>().BidVersion.ShouldBe(2);
        whileSubmittedAnew.Problem.Code.ShouldBe(TenderingErrorCodes.BidWithdrawnSince);
        again.Read<BidReceiptDto>().ShouldBe(anew.Read<BidReceiptDto>().AsKept());
    }

    [Fact]
    public async Task The_key_of_a_replaced_bid_keeps_its_receipt_until_the_bid_is_withdrawn()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Guid.NewGuid().ToString();
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)).IsSuccess.ShouldBeTrue();
        var read = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!;
        var redone = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 90_000, read.Version);
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, redone)).IsSuccess.ShouldBeTrue();

        var replaced = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key);
        await WithdrawAsync(provider, callOff.Id);
        var withdrawn = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key);

        replaced.Read<BidReceiptDto>().BidVersion.ShouldBe(1);
        withdrawn.Problem.Code.ShouldBe(TenderingErrorCodes.BidWithdrawnSince);
    }

    [Fact]
    public async Task A_withdrawal_among_repeated_presses_leaves_no_bid_and_no_receipt_after_it()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Guid.NewGuid().ToString();
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)).IsSuccess.ShouldBeTrue();

        var withdrawal = WithdrawAsync(provider, callOff.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)));
        var withdrawn = await withdrawal;
        var after = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key);

        answers.ShouldAllBe(a => a.IsSuccess || a.Problem.Code == TenderingErrorCodes.BidWithdrawnSince);
        after.Problem.Code.ShouldBe(TenderingErrorCodes.BidWithdrawnSince);
        withdrawn.Bid!.State.ShouldBe(BidState.Withdrawn);
        (await portal.CountAsync(portal.LanternRow, $"tendering.bid_versions where call_off_id = '{callOff.Id}'"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Another_providers_key_is_its_own_whatever_was_withdrawn()
    {
        var callOff = await portal.PublishedAsync();
        var key = Guid.NewGuid().ToString();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)).IsSuccess.ShouldBeTrue();
        await WithdrawAsync(await portal.ProviderAsync(portal.LanternRow), callOff.Id);

        var other = await portal.SaveBidAsync(callOff.Id, portal.Copperleaf, 100_000);
        var answer = await portal.SubmitAsync(callOff.Id, portal.Copperleaf, other, key);

        answer.Read<BidReceiptDto>().BidVersion.ShouldBe(1);
    }

    private static Task<OpportunityDto> WithdrawAsync(PortalClient provider, Guid callOff) =>
        provider.PostAsync<OpportunityDto>($"/api/opportunities/{callOff}/bid/withdraw");
}
