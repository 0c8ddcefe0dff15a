using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.Tendering;
using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// A home that is new to the authority is awarded once two other authorities vouch for its provider (fact 23), which
/// keeps nobody from being invited or from bidding.
/// </summary>
public sealed class NewHomeTests(NewHomeFixture portal) : IClassFixture<NewHomeFixture>, IAsyncLifetime
{
    private readonly PriceQuestionSteps _steps = new(portal);

    public async ValueTask InitializeAsync() => await portal.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", false)]
    [InlineData("Kingsferry LBC", false)]
    [InlineData("Kingsferry LBC;London Borough of Kingsferry", false)]
    [InlineData("Kingsferry LBC;Northwick Vale LBC", false)]
    [InlineData("Kingsferry LBC;Harrowmere LBC", true)]
    public async Task Fact_23_a_home_new_to_the_authority_needs_references_of_two_others(string authorities, bool enough)
    {
        var today = await portal.TodayAsync();
        foreach (var authority in authorities.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            await portal.VouchAsync(portal.LanternRow, authority, today.AddDays(-100));
        }

        var evaluation = await RankedAsync();

        ShouldPass(evaluation, enough);
        var proposed = await _steps.TryProposeAsync(evaluation, portal.LanternRow);
        proposed.IsSuccess.ShouldBe(enough);
        if (!enough)
        {
            proposed.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Fact_23_a_reference_counts_for_12_months_to_the_day(int daysMore, bool counts)
    {
        var evaluation = await RankedAsync();
        var today = await portal.TodayAsync();
        await portal.VouchAsync(portal.LanternRow, "Kingsferry LBC", today);
        await portal.VouchAsync(portal.LanternRow, "Harrowmere LBC", today.AddMonths(-12).AddDays(-daysMore));

        ShouldPass(await _steps.ReadAsync(evaluation), counts);
    }

    [Fact]
    public async Task Fact_23_a_bid_for_a_new_home_is_passed_over_and_the_next_one_is_first()
    {
        var today = await portal.TodayAsync();
        await portal.VouchAsync(portal.HarbourSteps, "Kingsferry LBC", today);
        await portal.VouchAsync(portal.HarbourSteps, "Harrowmere LBC", today);

        var evaluation = await _steps.RankedAsync((portal.LanternRow, 100_000), (portal.HarbourSteps, 150_000));

        PriceQuestionSteps.BidOf(evaluation, portal.HarbourSteps).Rank.ShouldBe(1);
        PriceQuestionSteps.BidOf(evaluation, portal.LanternRow).Rank.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, -10, -3, true)]
    [InlineData(true, 0, 7, true)]
    [InlineData(true, 1, 7, false)]
    [InlineData(true, -10, -10, false)]
    [InlineData(false, -10, -3, false)]
    public async Task Fact_23_a_home_in_which_a_stay_of_this_authority_has_begun_is_not_new_to_it(
        bool own, int first, int leaves, bool known)
    {
        var evaluation = await RankedAsync();
        var today = await portal.TodayAsync();
        await portal.StayAsync(
            own ? portal.NorthwickVale : portal.Kingsferry, portal.LanternRow, today.AddDays(first), today.AddDays(leaves));

        ShouldPass(await _steps.ReadAsync(evaluation), known);
    }

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    [InlineData(false, -10, false)]
    public async Task Fact_23_a_home_with_a_placement_of_this_authority_is_not_new_to_it(bool own, int start, bool known)
    {
        var evaluation = await RankedAsync();
        await APlacement.AddAsync(
            portal, own ? portal.NorthwickVale : portal.Kingsferry, portal.LanternRow, days: 84,
            start: (await portal.TodayAsync()).AddDays(start), home: portal.HomeOf(portal.LanternRow).Id);

        ShouldPass(await _steps.ReadAsync(evaluation), known);
    }

    [Fact]
    public async Task Fact_23_an_earlier_placement_in_another_home_of_the_provider_does_not_make_this_one_known()
    {
        var evaluation = await RankedAsync();
        await APlacement.AddAsync(
            portal, portal.NorthwickVale, portal.LanternRow, days: 84,
            start: (await portal.TodayAsync()).AddDays(-10), home: Guid.NewGuid());

        ShouldPass(await _steps.ReadAsync(evaluation), passes: false);
    }

    [Fact]
    public async Task Fact_23_references_that_lapse_before_the_approval_refuse_it_and_the_refusal_is_on_record()
    {
        var today = await portal.TodayAsync();
        await portal.VouchAsync(portal.LanternRow, "Kingsferry LBC", today);
        await portal.VouchAsync(portal.LanternRow, "Harrowmere LBC", today);
        var evaluation = await RankedAsync();
        var proposed = (await _steps.TryProposeAsync(evaluation, portal.LanternRow)).Read<CallOffDto>();
        var approver = await _steps.DeclaredApproverAsync(evaluation);
        await portal.ForgetAsync();

        var refused = await approver.PostAsync(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });

        refused.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        (await portal.GetAsync(proposed.Id)).State.ShouldBe(CallOffState.AwardProposed);
        (await portal.CountAsync(portal.NorthwickVale, $"tendering.outcome_letters where call_off_id = '{proposed.Id}'"))
            .ShouldBe(0);
        (await portal.CountAsync(portal.NorthwickVale, $"property.place_nights where call_off_id = '{proposed.Id}'"))
            .ShouldBe(0);
        (await approver.GetAsync<AuditEventDto[]>($"/api/call-offs/{proposed.Id}/history"))
            .ShouldContain(e => e.Action == "ApproveAward" && e.Refused);
    }

    [Fact]
    public async Task Who_vouched_at_the_award_stays_on_its_page_and_in_its_record_whatever_lapses_after()
    {
        var today = await portal.TodayAsync();
        foreach (var authority in new[] { "Kingsferry LBC", "Harrowmere LBC" })
        {
            await portal.VouchAsync(portal.LanternRow, authority, today);
        }

        var ranked = await _steps.RankedAsync((portal.LanternRow, 100_000));
        var proposed = (await _steps.TryProposeAsync(ranked, portal.LanternRow)).Read<CallOffDto>();
        var approver = await _steps.DeclaredApproverAsync(ranked);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.Id}/award/approve", new ApproveAwardDto { Version = proposed.Version });
        await portal.ForgetAsync();

        var bid = (await _steps.ReadAsync(ranked, approver)).Bids.Single();
        var record = await approver.GetAsync<AwardRecordDto>($"/api/call-offs/{proposed.Id}/award/record");

        (bid.HomeNeedsReferences, bid.Rank).ShouldBe((false, 1));
        bid.HomeReferences!.ShouldStartWith("2 count (");
        record.Report.Bids.Single().HomeReferences.ShouldBe(bid.HomeReferences);
    }

    [Fact]
    public async Task Fact_23_a_bidder_is_warned_before_the_deadline_and_may_still_send_its_bid()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var path = $"/api/opportunities/{callOff.Id}";
        var before = (await provider.GetAsync<OpportunityDto>(path)).NewHome;
        var today = await portal.TodayAsync();
        await portal.VouchAsync(portal.LanternRow, "Kingsferry LBC", today);
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var one = (await provider.GetAsync<OpportunityDto>(path)).NewHome;

        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid)).IsSuccess.ShouldBeTrue();

        before!.ApplicationId.ShouldNotBeNull();
        before.Warning.ShouldContain("none counts");
        one!.Warning.ShouldContain("1 counts (Kingsferry LBC, until ");
        await portal.VouchAsync(portal.LanternRow, "Harrowmere LBC", today);
        (await provider.GetAsync<OpportunityDto>(path)).NewHome.ShouldBeNull();
    }

    [Fact]
    public async Task Fact_23_a_provider_reads_who_vouched_for_it_and_not_for_others()
    {
        await portal.VouchAsync(portal.LanternRow, "Kingsferry LBC", await portal.TodayAsync());

        (await portal.CountAsync(portal.LanternRow, "accreditation.reference_marks")).ShouldBe(1);
        (await portal.CountAsync(portal.HarbourSteps, "accreditation.reference_marks")).ShouldBe(0);
    }

    private Task<EvaluationDto> RankedAsync() => _steps.RankedAsync((portal.LanternRow, 100_000));

    private static void ShouldPass(EvaluationDto evaluation, bool passes)
    {
        var bid = evaluation.Bids.Single();
        bid.HomeNeedsReferences.ShouldBe(!passes);
        bid.GateFailures.Count.ShouldBe(passes ? 0 : 1, string.Join(' ', bid.GateFailures));
        bid.Rank.ShouldBe(passes ? 1 : null);
    }
}
