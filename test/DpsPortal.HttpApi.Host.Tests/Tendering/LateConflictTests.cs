using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Placements.Agreements;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Facts 13 and 14 together: who has seen prices moves no score that was given without them. Decision 8.</summary>
public sealed class LateConflictTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task After_prices_were_seen_only_voided_scores_are_given_anew_and_the_others_stand()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var evaluation = await TenderingFixture.DeclareAsync(late, callOff.Id);
        var path = $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores";
        evaluation = await officer.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 0, 3));
        evaluation = await officer.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 1, 3));
        evaluation = await officer.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 0, 4));
        evaluation = await late.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 2, 5));
        evaluation = await LockAsync(officer, evaluation);
        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);
        using var colleague = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var seen = await TenderingFixture.DeclareAsync(colleague, callOff.Id);

        var own = await officer.PutAsync(path, Of(seen.Version, 0, 1));
        var replaced = await colleague.PutAsync(path, Of(seen.Version, 1, 1) with { ReplacesColleagues = true });
        var together = await colleague.PutAsync(
            path, TenderingFixture.Scores(seen.Version, 4, 3, 2) with { ReplacesColleagues = true });
        var voided = await colleague.PutAsync<EvaluationDto>(path, Of(seen.Version, 2, 2));
        var corrected = await colleague.PutAsync<EvaluationDto>(path, Of(voided.Version, 2, 1));
        var locked = await LockAsync(officer, corrected);

        evaluation.Bids[0].ProviderName.ShouldNotBeNull();
        seen.Bids[0].Scores.Select(s => (s.CriterionId, s.Score, s.Stands)).ShouldBe(
            [("match", 4, true), ("staffing", 3, true)], ignoreOrder: true);
        foreach (var refused in new[] { own, replaced, together })
        {
            (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.ScoreStands));
        }

        corrected.Bids[0].Scores.Single(s => s.CriterionId == "move-in").Stands.ShouldBeFalse();
        locked.Bids[0].Scores.Select(s => (s.CriterionId, s.Score, s.Stands)).ShouldBe(
            [("match", 4, true), ("staffing", 3, true), ("move-in", 1, true)], ignoreOrder: true);
        (evaluation.ScoredAfterPrices, locked.ScoredAfterPrices).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_conflict_declared_after_the_award_closes_the_placement_that_came_of_it()
    {
        var steps = new PriceQuestionSteps(portal);
        var ranked = await steps.RankedAsync((portal.LanternRow, 100_000));
        (await steps.TryProposeAsync(ranked, portal.LanternRow)).IsSuccess.ShouldBeTrue();
        var approver = await steps.DeclaredApproverAsync(ranked);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{ranked.CallOffId}/award/approve",
            new ApproveAwardDto { Version = (await steps.ReadAsync(ranked, approver)).Version });
        await portal.DrainOutboxAsync();
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var list = $"/api/placements?callOffId={ranked.CallOffId}";
        var before = (await late.GetAsync<PagedResult<PlacementListItemDto>>(list)).Items.ShouldHaveSingleItem();
        var placement = await late.GetAsync<PlacementDto>($"/api/placements/{before.Id}");

        await TenderingFixture.DeclareAsync(late, ranked.CallOffId, conflict: true);

        (await late.GetAsync<PagedResult<PlacementListItemDto>>(list)).Items.ShouldBeEmpty();
        (await late.GetAsync($"/api/placements/{placement.Id}")).Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
        (await late.GetAsync($"/api/placements/{placement.Id}/history")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await late.PostAsync(
            $"/api/placements/{placement.Id}/extension",
            new ExtendPlacementDto { PlannedEndOn = placement.PlannedEndOn.AddDays(7), Version = placement.Version }))
            .Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
        (await approver.GetAsync<PlacementDto>($"/api/placements/{placement.Id}")).PlannedEndOn.ShouldBe(placement.PlannedEndOn);
    }

    [Fact]
    public async Task What_is_read_before_a_conflict_is_declared_scores_nothing_after_it()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var read = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var path = $"/api/call-offs/{callOff.Id}/bids/{read.Bids[0].BidId}/scores";
        await TenderingFixture.DeclareAsync(late, callOff.Id);
        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);

        var stale = await officer.PutAsync(path, Of(read.Version, 0, 3));
        var fresh = await officer.PutAsync(
            path,
            Of((await officer.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation")).Version, 0, 3));

        stale.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        fresh.IsSuccess.ShouldBeTrue(fresh.Text);
    }

    [Fact]
    public async Task Before_quality_is_locked_a_conflict_leaves_every_score_open_to_change()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var evaluation = await TenderingFixture.DeclareAsync(late, callOff.Id);
        var path = $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores";
        evaluation = await officer.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 0, 3));
        await late.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 2, 5));
        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);
        evaluation = await officer.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation");

        var changed = await officer.PutAsync<EvaluationDto>(path, Of(evaluation.Version, 0, 1));

        changed.Bids[0].Scores.ShouldHaveSingleItem().Score.ShouldBe(1);
        changed.Bids[0].Scores[0].Stands.ShouldBeFalse();
    }

    [Fact]
    public async Task A_conflict_is_declared_on_a_cancelled_call_off_as_well()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var evaluation = await TenderingFixture.DeclareAsync(late, callOff.Id);
        await late.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores", Of(evaluation.Version, 0, 3));
        await TenderingFixture.DeclareAsync(await portal.ApproverAsync, callOff.Id);
        await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/cancel",
            new CancelCallOffDto
            {
                Reason = CallOffCancelReason.NeedsChanged,
                Version = (await portal.GetAsync(callOff.Id)).Version,
            });

        (await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true)).CallerHasConflict.ShouldBe(true);
    }

    [Fact]
    public async Task Another_authority_finds_nothing_to_score()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var evaluation = await TenderingFixture.DeclareAsync(await portal.OfficerAsync, callOff.Id);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        var answer = await stranger.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores", Of(evaluation.Version, 0, 3));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static ScoreBidDto Of(uint version, int criterion, int score) => new()
    {
        Scores =
        [
            new GiveScoreDto
            {
                CriterionId = TenderingFixture.Criteria[criterion].Id, Score = score, Reason = "Clear evidence.",
            },
        ],
        Version = version,
    };

    private static Task<EvaluationDto> LockAsync(PortalClient client, EvaluationDto evaluation) =>
        client.PostAsync<EvaluationDto>(
            $"/api/call-offs/{evaluation.CallOffId}/lock-quality", new CallOffVersionDto { Version = evaluation.Version });
}
