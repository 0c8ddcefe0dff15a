using DpsPortal.Framework.Application;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>A referral and its call-off have references that tell them apart, and only the authority can join the two.</summary>
public sealed class ReferenceTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task The_authority_finds_each_by_the_other()
    {
        var callOff = await portal.PublishedAsync();
        var officer = await portal.OfficerAsync;
        var referral = await officer.GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}");

        var found = await officer.GetAsync<PagedResult<CallOffListItemDto>>(
            $"/api/call-offs?search={referral.Reference.ToLowerInvariant()}");
        var listed = (await officer.GetAsync<PagedResult<ReferralListItemDto>>("/api/referrals"))
            .Items.Single(r => r.Id == referral.Id);

        referral.Reference.ShouldStartWith("R-");
        callOff.Reference.ShouldStartWith("C-");
        callOff.ReferralReference.ShouldBe(referral.Reference);
        (referral.CallOffReference, listed.CallOffReference).ShouldBe((callOff.Reference, callOff.Reference));
        found.Items.Single().ReferralReference.ShouldBe(referral.Reference);
    }

    [Fact]
    public async Task A_provider_never_sees_the_reference_of_a_referral()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var provider = await portal.ProviderAsync(portal.LanternRow);

        foreach (var path in new[] { "/api/opportunities", $"/api/opportunities/{callOff.Id}", "/api/today" })
        {
            var answer = await provider.GetAsync(path);

            answer.IsSuccess.ShouldBeTrue(path);
            answer.Text.ShouldNotContain(callOff.ReferralReference);
        }
    }

    [Fact]
    public async Task Fact_10_the_number_of_bids_is_on_record_from_the_opening_on_and_not_before()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 110_000);
        var before = await portal.GetAsync(callOff.Id);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var closed = await portal.GetAsync(callOff.Id);

        var opened = await portal.OpenAsync(callOff);

        (before.OpenedBidCount, closed.OpenedBidCount, closed.OpenedAt).ShouldBe((null, null, null));
        opened.OpenedBidCount.ShouldBe(2);
        opened.OpenedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_bid_that_was_withdrawn_was_not_in_the_box()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 110_000);
        await (await portal.ProviderAsync(portal.Copperleaf)).PostAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}/bid/withdraw");

        (await portal.OpenAsync(callOff)).OpenedBidCount.ShouldBe(1);
    }
}
