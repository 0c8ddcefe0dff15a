using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Whoever wrote down agreed scores has judged, also when a colleague has taken the chair since.</summary>
public sealed class FormerChairTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task A_former_chair_with_a_conflict_takes_along_what_they_wrote_and_others_did_not_all_say()
    {
        var (callOff, former, _) = await ChairedAsync();

        await TenderingFixture.DeclareAsync(former, callOff, conflict: true);

        using var reader = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(reader, callOff);
        (await Panel.ReadAsync(reader, callOff)).Bids[0].Scores.Select(s => (s.CriterionId, s.Score)).ShouldBe(
            [("staffing", 3), ("move-in", 3)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_former_chair_does_not_approve_what_they_agreed()
    {
        var (callOff, former, chair) = await ChairedAsync();
        var locked = await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/lock-quality",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(chair, callOff)).Version });
        var proposed = await chair.PostAsync<CallOffDto>($"/api/call-offs/{callOff}/award/propose", new ProposeAwardDto
        {
            BidId = locked.Bids[0].BidId,
            Reason = "The only bid.",
            Version = locked.Version,
        });

        var refused = await former.PostAsync(
            $"/api/call-offs/{callOff}/award/approve", new ApproveAwardDto { Version = proposed.Version });

        refused.Problem.Code.ShouldBe(TenderingErrorCodes.OwnScores);
        (await Panel.ReadAsync(former, callOff)).CallerJudged.ShouldBeTrue();
        (await TodayTests.ItemsAsync(former)).ShouldNotContain(i => i.Id == callOff);
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, callOff);
        (await TodayTests.ItemsAsync(approver)).ShouldContain(i => i.Id == callOff && i.Kind == "CallOff.ApproveAward");
        (await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff}/award/approve", new ApproveAwardDto { Version = proposed.Version }))
            .State.ShouldBe(CallOffState.Awarded);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2000)]
    public async Task A_reason_as_long_as_the_field_takes_is_taken(int length)
    {
        var (callOff, _, chair) = await ChairedAsync();
        var locked = await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/lock-quality",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(chair, callOff)).Version });
        var reason = new string('a', length);

        var proposed = await chair.PostAsync<CallOffDto>($"/api/call-offs/{callOff}/award/propose", new ProposeAwardDto
        {
            BidId = locked.Bids[0].BidId,
            Reason = reason,
            Version = locked.Version,
        });

        proposed.Award!.Reason.ShouldBe(reason);
    }

    /// <summary>Two scored, 1 and 5 on the first criterion; a third chaired and wrote 5; the first has the chair now.</summary>
    private async Task<(Guid CallOff, PortalClient Former, PortalClient Chair)> ChairedAsync()
    {
        var callOff = await portal.PublishedForTwoEvaluatorsAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var first = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var second = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var former = await portal.AsAnotherAsync(
            portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        await TenderingFixture.DeclareAsync(former, callOff.Id);
        foreach (var (evaluator, score) in new[] { (first, 1), (second, 5) })
        {
            var read = await TenderingFixture.DeclareAsync(evaluator, callOff.Id);
            await evaluator.PutAsync<EvaluationDto>(
                $"/api/call-offs/{callOff.Id}/bids/{read.Bids[0].BidId}/scores",
                TenderingFixture.Scores(read.OwnVersion, score, 3, 3));
            await Panel.LockScoresAsync(evaluator, callOff.Id);
        }

        var taken = await Panel.TakeChairAsync(former, callOff.Id);
        await former.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{taken.Bids[0].BidId}/agreed-scores",
            TenderingFixture.Scores(taken.Version, 5, 3, 3));
        await Panel.TakeChairAsync(first, callOff.Id);
        return (callOff.Id, former, first);
    }
}
