using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.FirstPage;

/// <summary>A person's first page brings what waits for them, and nothing of anybody else's.</summary>
public sealed class TodayTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task A_draft_waits_for_whoever_may_publish_it_and_not_for_whoever_prepared_it()
    {
        var draft = await portal.DraftAsync();

        (await KindsAsync(await portal.ApproverAsync, draft.Id)).ShouldBe(["CallOff.Publish"]);
        (await KindsAsync(await portal.OfficerAsync, draft.Id)).ShouldBeEmpty();
        (await KindsAsync(await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover), draft.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_call_off_waits_for_a_member_until_it_bids_or_declines()
    {
        var callOff = await portal.PublishedAsync();
        var (bidder, decliner) = (portal.HarbourSteps, portal.LanternRow);

        (await KindsAsync(await portal.ProviderAsync(bidder), callOff.Id)).ShouldBe(["Bid.Consider"]);
        var bid = await portal.SaveBidAsync(callOff.Id, bidder, 100_000);
        (await KindsAsync(await portal.ProviderAsync(bidder), callOff.Id)).ShouldBe(["Bid.Finish"]);
        await portal.SubmitAsync(callOff.Id, bidder, bid);
        await (await portal.ProviderAsync(decliner)).PostAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}/decline", new DeclineDto { Reason = NoBidReason.NoVacancy });

        (await KindsAsync(await portal.ProviderAsync(bidder), callOff.Id)).ShouldBeEmpty();
        var sent = await (await portal.ProviderAsync(bidder)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");
        await portal.SaveBidAsync(callOff.Id, bidder, 90_000, sent.Bid!.Version);
        (await KindsAsync(await portal.ProviderAsync(bidder), callOff.Id)).ShouldBe(["Bid.SendChange"]);
        (await KindsAsync(await portal.ProviderAsync(decliner), callOff.Id)).ShouldBeEmpty();
        (await KindsAsync(await portal.ProviderAsync(portal.Outsider), callOff.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_call_off_is_on_nobodys_list_at_its_authority_whether_or_not_somebody_bid()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 100_000);

        (await KindsAsync(await portal.OfficerAsync, callOff.Id)).ShouldBeEmpty();
        (await KindsAsync(await portal.ApproverAsync, callOff.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opening_waits_for_two_and_scoring_for_the_evaluator_without_a_conflict()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline);
        var closed = await portal.GetAsync(callOff.Id);
        var (officer, approver) = (await portal.OfficerAsync, await portal.ApproverAsync);
        var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        (await KindsAsync(officer, callOff.Id)).ShouldBe(["CallOff.Open"]);
        var asked = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = closed.Version });
        (await KindsAsync(officer, callOff.Id)).ShouldBeEmpty();
        (await KindsAsync(approver, callOff.Id)).ShouldBe(["CallOff.Open"]);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = asked.Version });
        await TenderingFixture.DeclareAsync(conflicted, callOff.Id, conflict: true);

        (await KindsAsync(officer, callOff.Id)).ShouldBe(["CallOff.Score"]);
        (await KindsAsync(approver, callOff.Id)).ShouldBeEmpty();
        (await KindsAsync(conflicted, callOff.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_award_that_was_sent_back_says_so_until_another_is_proposed()
    {
        var steps = new PriceQuestionSteps(portal);
        var ranked = await steps.RankedAsync((portal.LanternRow, 100_000));
        var officer = await portal.OfficerAsync;
        (await steps.TryProposeAsync(ranked, portal.LanternRow)).IsSuccess.ShouldBeTrue();
        var approver = await steps.DeclaredApproverAsync(ranked);

        (await KindsAsync(officer, ranked.CallOffId)).ShouldBeEmpty();
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{ranked.CallOffId}/award/send-back",
            new SendBackAwardDto { Reason = "Say more.", Version = (await steps.ReadAsync(ranked, approver)).Version });
        var item = (await ItemsAsync(officer)).Single(i => i.Id == ranked.CallOffId);
        var again = await steps.TryProposeAsync(await steps.ReadAsync(ranked), portal.LanternRow);

        item.Kind.ShouldBe("CallOff.AwardSentBack");
        item.Detail.ShouldNotBeNullOrEmpty();
        again.IsSuccess.ShouldBeTrue();
        (await KindsAsync(officer, ranked.CallOffId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_had_begun_or_sent_a_bid_is_told_once_that_the_call_off_was_cancelled()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.SaveBidAsync(callOff.Id, portal.HarbourSteps, 100_000);
        await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/cancel",
            new CancelCallOffDto
            {
                Reason = CallOffCancelReason.PlacedElsewhere,
                Version = (await portal.GetAsync(callOff.Id)).Version,
            });
        var (sent, begun, idle) = (
            await portal.ProviderAsync(portal.LanternRow), await portal.ProviderAsync(portal.HarbourSteps),
            await portal.ProviderAsync(portal.Copperleaf));

        (await KindsAsync(sent, callOff.Id)).ShouldBe(["Bid.ReadCancelled"]);
        (await KindsAsync(begun, callOff.Id)).ShouldBe(["Bid.ReadCancelled"]);
        (await KindsAsync(idle, callOff.Id)).ShouldBeEmpty();
        await sent.PostAsync("/api/today/read", new { kind = "Bid.ReadCancelled", id = callOff.Id });
        (await KindsAsync(sent, callOff.Id)).ShouldBeEmpty();
        (await KindsAsync(begun, callOff.Id)).ShouldBe(["Bid.ReadCancelled"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CallOff.Publish")]
    [InlineData("bid.readletter")]
    public async Task Only_news_can_be_read(string kind)
    {
        var answer = await (await portal.ProviderAsync(portal.LanternRow))
            .PostAsync("/api/today/read", new { kind, id = Guid.NewGuid() });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors["kind"].Single().ShouldBe(
            "Unknown here. Use: Application.ReadLetter, Bid.ReadCancelled, Bid.ReadLetter, Placement.SentBack, "
            + "Visit.Cancelled.");
    }

    [Fact]
    public async Task A_provider_that_never_applied_is_told_to_apply()
    {
        var provider = await portal.ProviderAsync(portal.Copperleaf);

        (await ItemsAsync(provider)).Select(i => i.Kind).ShouldContain("Application.Start");
    }

    internal static async Task<IReadOnlyList<string>> KindsAsync(PortalClient client, Guid id) =>
        [.. (await ItemsAsync(client)).Where(i => i.Id == id).Select(i => i.Kind)];

    internal static async Task<IReadOnlyList<TodayItemDto>> ItemsAsync(PortalClient client) =>
        (await client.GetAsync<TodayDto>("/api/today")).Items;

    private sealed record TodayDto(DateOnly On, IReadOnlyList<TodayItemDto> Items);
}
