using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>What a cancelled call-off leaves behind: a reason for the bidders, and a need that goes on.</summary>
public sealed class CancelledCallOffTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Whoever_prepares_discards_a_draft_and_the_need_is_searched_for_again()
    {
        var draft = await portal.DraftAsync();
        var officer = await portal.OfficerAsync;

        var discarded = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{draft.Id}/discard", new CallOffVersionDto { Version = draft.Version });

        discarded.State.ShouldBe(CallOffState.Cancelled);
        (await officer.GetAsync<ReferralDto>($"/api/referrals/{draft.ReferralId}")).CallOffHasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_published_is_not_discarded_and_no_other_council_discards_a_draft()
    {
        var published = await portal.PublishedAsync();
        var draft = await portal.DraftAsync();
        var rival = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        var late = await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{published.Id}/discard", new CallOffVersionDto { Version = published.Version });
        var foreign = await rival.PostAsync(
            $"/api/call-offs/{draft.Id}/discard", new CallOffVersionDto { Version = draft.Version });

        (late.Status, late.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:InvalidTransition"));
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.GetAsync(published.Id)).State.ShouldBe(CallOffState.Published);
    }

    [Fact]
    public async Task Whoever_was_invited_reads_why_it_was_cancelled_and_the_need_is_searched_for_again()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var opened = await portal.OpenAsync(callOff);
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, callOff.Id);
        var officer = await portal.OfficerAsync;
        (await officer.GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}")).CallOffHasEnded.ShouldBeFalse();
        (await TodayTests.KindsAsync(officer, callOff.ReferralId)).ShouldBeEmpty();

        await approver.PostAsync<CallOffDto>($"/api/call-offs/{callOff.Id}/cancel", new CancelCallOffDto
        {
            Reason = CallOffCancelReason.NoSuitableBid,
            Version = (await portal.GetAsync(callOff.Id)).Version,
        });

        (await (await portal.ProviderAsync(portal.LanternRow))
            .GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).CancelReason
            .ShouldBe(CallOffCancelReason.NoSuitableBid);
        (await officer.GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}")).CallOffHasEnded.ShouldBeTrue();
        (await TodayTests.KindsAsync(officer, callOff.ReferralId)).ShouldBe(["Referral.Search"]);
        (await TodayTests.KindsAsync(
            await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer), callOff.ReferralId)).ShouldBeEmpty();
    }
}
