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
    public async Task After_prices_were_seen_only_voided_scores_are_agreed_anew_and_the_others_stand()
    {
        var callOff = await portal.PublishedForTwoEvaluatorsAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var (bid, seen) = await LockedAsync(callOff.Id, officer, late);
        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);
        using var colleague = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var after = await TenderingFixture.DeclareAsync(colleague, callOff.Id);
        var path = $"/api/call-offs/{callOff.Id}/bids/{bid}/scores";

        var standing = await colleague.PutAsync(path, Of(0, 1, 1));
        var unlocked = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/scores/unlock",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(officer, callOff.Id)).OwnVersion });
        await colleague.PutAsync<EvaluationDto>(path, Of(0, 2, 2));
        await Panel.LockScoresAsync(colleague, callOff.Id);
        var chaired = await Panel.TakeChairAsync(officer, callOff.Id);
        var moved = await officer.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{bid}/agreed-scores", Of(chaired.Version, 0, 4));
        await officer.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{bid}/agreed-scores", Of(chaired.Version, 2, 2));
        var locked = await PriceQuestionSteps.RelockAsync(officer, await Panel.ReadAsync(officer, callOff.Id));

        seen.Bids[0].ProviderName.ShouldNotBeNull();
        after.Bids[0].ProviderName.ShouldBeNull();
        after.Bids[0].Scores.Select(s => (s.CriterionId, s.Score, s.Stands)).ShouldBe(
            [("match", 4, true), ("staffing", 3, true)], ignoreOrder: true);
        after.Bids[0].EvaluatorScores.ShouldBeEmpty("a new evaluator scores alone");
        foreach (var refused in new[] { standing, moved })
        {
            (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.ScoreStands));
        }

        unlocked.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresShown);
        locked.Bids[0].Scores.Select(s => (s.CriterionId, s.Score, s.Stands)).ShouldBe(
            [("match", 4, true), ("staffing", 3, true), ("move-in", 2, true)], ignoreOrder: true);
        (seen.ScoredAfterPrices, locked.ScoredAfterPrices).ShouldBe((0, 1));
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
    public async Task Scores_saved_at_the_moment_of_a_declaration_never_count()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        for (var round = 0; round < 5; round++)
        {
            using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
            var bid = (await TenderingFixture.DeclareAsync(late, callOff.Id)).Bids[0].BidId;

            await Task.WhenAll(
                late.PutAsync($"/api/call-offs/{callOff.Id}/bids/{bid}/scores", Of(0, 0, 3)),
                TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true));
        }

        var officer = await portal.OfficerAsync;
        (await TenderingFixture.DeclareAsync(officer, callOff.Id)).Evaluators.ShouldAllBe(e => e.SetAside != null);
    }

    [Fact]
    public async Task Before_prices_were_seen_a_conflict_of_one_of_two_leaves_nothing_agreed_and_another_scores()
    {
        var callOff = await portal.PublishedForTwoEvaluatorsAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await ScoreAsync(officer, callOff.Id, 4, 3, 3);
        await ScoreAsync(late, callOff.Id, 4, 3, 5);
        var chaired = await Panel.TakeChairAsync(officer, callOff.Id);
        var agreed = await officer.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/agreed-scores/unanimous", new CallOffVersionDto { Version = chaired.Version });

        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);

        agreed.Bids[0].Scores.Select(s => s.CriterionId).ShouldBe(["match", "staffing"], ignoreOrder: true);
        var after = await Panel.ReadAsync(officer, callOff.Id);
        after.Bids[0].Scores.ShouldBeEmpty();
        (after.ScoresShownAt, after.Bids[0].EvaluatorScores.Count).ShouldBe((null, 0));
        using var third = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        (await ScoreAsync(third, callOff.Id, 2, 2, 2)).Bids[0].EvaluatorScores.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Of_three_evaluators_one_with_a_conflict_leaves_what_the_others_scored_alike()
    {
        var callOff = await portal.PublishedForTwoEvaluatorsAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        using var second = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var bid = (await ScoreAsync(late, callOff.Id, locks: false, 4, 4, 5)).Bids[0].BidId;
        await ScoreAsync(officer, callOff.Id, 4, 4, 3);
        await ScoreAsync(second, callOff.Id, 4, 2, 3);
        await Panel.LockScoresAsync(late, callOff.Id);
        var chaired = await Panel.TakeChairAsync(officer, callOff.Id);
        await officer.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{bid}/agreed-scores",
            TenderingFixture.Scores(chaired.Version, 4, 4, 3));

        await TenderingFixture.DeclareAsync(late, callOff.Id, conflict: true);

        var after = await Panel.ReadAsync(officer, callOff.Id);
        after.Bids[0].Scores.Select(s => s.CriterionId).ShouldBe(["match", "move-in"], ignoreOrder: true);
        after.ScoresShownAt.ShouldNotBeNull("two are enough");
        after.Bids[0].EvaluatorScores.Count.ShouldBe(6);
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
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores", Of(evaluation.OwnVersion, 0, 3));
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
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores", Of(evaluation.OwnVersion, 0, 3));

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

    /// <summary>The one bid, scored alone, and locked where that is asked for.</summary>
    private static async Task<EvaluationDto> ScoreAsync(
        PortalClient evaluator, Guid callOff, bool locks, params int[] scores)
    {
        var own = await TenderingFixture.DeclareAsync(evaluator, callOff);
        own = await evaluator.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/bids/{own.Bids[0].BidId}/scores", TenderingFixture.Scores(own.OwnVersion, scores));
        return locks ? await Panel.LockScoresAsync(evaluator, callOff) : own;
    }

    private static Task<EvaluationDto> ScoreAsync(PortalClient evaluator, Guid callOff, params int[] scores) =>
        ScoreAsync(evaluator, callOff, locks: true, scores);

    /// <summary>They differ on the last criterion, on which the second is followed.</summary>
    private static async Task<(Guid Bid, EvaluationDto Locked)> LockedAsync(
        Guid callOff, PortalClient first, PortalClient second)
    {
        var bid = (await ScoreAsync(first, callOff, 4, 3, 3)).Bids[0].BidId;
        await ScoreAsync(second, callOff, 4, 3, 5);
        var chaired = await Panel.TakeChairAsync(first, callOff);
        var agreed = await first.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/bids/{bid}/agreed-scores", TenderingFixture.Scores(chaired.Version, 4, 3, 5));
        return (bid, await PriceQuestionSteps.RelockAsync(first, agreed));
    }
}
