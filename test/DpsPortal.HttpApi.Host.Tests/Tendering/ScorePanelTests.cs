using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Each evaluator scores alone, unseen by the others; then a chair writes down what they agree. Source: domain §4.5.
/// </summary>
public sealed class ScorePanelTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Nobody_reads_a_colleagues_scores_before_all_have_locked_theirs()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        using var onlooker = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(first, callOff, bid, 5, 4, 3);
        await Panel.ScoreAsync(second, callOff, bid, 1, 4, 2);
        await Panel.LockScoresAsync(first, callOff);

        var text = (await second.GetAsync($"/api/call-offs/{callOff}/evaluation")).Text;
        var hidden = await Panel.ReadAsync(onlooker, callOff);
        var early = await first.PostAsync(
            $"/api/call-offs/{callOff}/chair",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(first, callOff)).Version });
        var shown = await Panel.LockScoresAsync(second, callOff);

        text.ShouldNotContain("Clear evidence on match for 5.");
        hidden.Bids[0].OwnScores.ShouldBeEmpty();
        hidden.Bids[0].EvaluatorScores.ShouldBeEmpty();
        hidden.Evaluators.Select(e => (e.Given, e.LockedAt is not null)).ShouldBe([(3, true), (3, false)], ignoreOrder: true);
        early.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresNotShown);
        shown.Bids[0].EvaluatorScores.Where(s => s.CriterionId == "match").Select(s => (s.Score, s.Mine))
            .ShouldBe([(5, false), (1, true)], ignoreOrder: true);
        (await first.GetAsync($"/api/call-offs/{callOff}/history")).Text.ShouldNotContain("match 5");
    }

    [Fact]
    public async Task One_evaluator_is_not_enough_and_a_second_is_asked_for()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        var second = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        (await Panel.TodayAsync(second, callOff)).ShouldBe("CallOff.Score");
        await Panel.ScoreAsync(first, callOff, bid, 4, 4, 4);
        (await Panel.TodayAsync(first, callOff)).ShouldBe("CallOff.Score");

        var alone = await Panel.LockScoresAsync(first, callOff);
        await portal.DrainOutboxAsync();

        (alone.ScoresShownAt, alone.EvaluatorsNeeded).ShouldBe((null, 2));
        (await portal.MailAsync(second.Session!.User!.Email)).ShouldContain(
            m => m.Body.Contains("wait for a second evaluator", StringComparison.Ordinal));
        (await Panel.TodayAsync(first, callOff)).ShouldBeNull("the first has done their part");
        (await Panel.TodayAsync(second, callOff)).ShouldBe("CallOff.Score");
        await Panel.SecondAsync(second, first, callOff);
        (await Panel.TodayAsync(first, callOff)).ShouldBe("CallOff.Agree");
        await Panel.TakeChairAsync(first, callOff);
        (await Panel.TodayAsync(first, callOff)).ShouldBe("CallOff.Agree");
        (await TodayTests.ItemsAsync(second)).Single(i => i.Id == callOff).ShouldSatisfyAllConditions(
            i => i.Kind.ShouldBe("CallOff.Agree", "what is written down is theirs as well"),
            i => i.Detail.ShouldBe($"{first.Session!.User!.Name} chairs and writes down what you agree"));
    }

    [Fact]
    public async Task For_a_home_needed_today_one_evaluator_is_enough_and_another_officer_approves()
    {
        var (callOff, bid) = await OpenedAsync(today: true);
        using var both = await portal.AsAnotherAsync(
            portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        await TenderingFixture.DeclareAsync(both, callOff);
        await Panel.ScoreAsync(both, callOff, bid, 4, 4, 4);

        var shown = await Panel.LockScoresAsync(both, callOff);
        var locked = await Panel.AgreeAndLockAsync(both, callOff);

        (shown.EvaluatorsNeeded, shown.ScoresShownAt is not null).ShouldBe((1, true));
        locked.State.ShouldBe(CallOffState.Moderated);
        var officer = await EvaluatorAsync(callOff);
        var proposed = await officer.PostAsync<CallOffDto>($"/api/call-offs/{callOff}/award/propose", new ProposeAwardDto
        {
            BidId = bid,
            Reason = "The only bid.",
            Version = locked.Version,
        });
        var own = await both.PostAsync(
            $"/api/call-offs/{callOff}/award/approve", new ApproveAwardDto { Version = proposed.Version });
        (own.Status, own.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.OwnScores));
        (await Panel.ReadAsync(both, callOff)).CallerJudged.ShouldBeTrue();
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, callOff);
        (await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff}/award/approve", new ApproveAwardDto { Version = proposed.Version }))
            .State.ShouldBe(CallOffState.Awarded);
    }

    [Fact]
    public async Task Two_evaluators_who_save_at_one_moment_both_keep_their_scores()
    {
        var (callOff, bid) = await OpenedAsync();
        var evaluators = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EvaluatorAsync(callOff)));

        await Task.WhenAll(evaluators.Select((e, i) => Panel.ScoreAsync(e, callOff, bid, i, i, i)));

        for (var i = 0; i < evaluators.Length; i++)
        {
            (await Panel.ReadAsync(evaluators[i], callOff)).Bids[0].OwnScores.Select(s => s.Score).ShouldBe([i, i, i]);
        }
    }

    [Fact]
    public async Task The_last_two_who_lock_at_one_moment_show_the_scores_once()
    {
        var (callOff, bid) = await OpenedAsync();
        var evaluators = await Task.WhenAll(EvaluatorAsync(callOff), EvaluatorAsync(callOff));
        await Task.WhenAll(evaluators.Select(e => Panel.ScoreAsync(e, callOff, bid, 4, 4, 4)));

        await Task.WhenAll(evaluators.Select(e => Panel.LockScoresAsync(e, callOff)));

        (await evaluators[0].GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff}/history"))
            .Count(e => e.Action == "ShowScores").ShouldBe(1);
    }

    [Fact]
    public async Task Locked_scores_are_changed_only_before_anybody_else_could_read_them()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        using var third = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(first, callOff, bid, 4, 4, 4);
        await Panel.LockScoresAsync(first, callOff);
        var path = $"/api/call-offs/{callOff}/bids/{bid}/scores";

        var whileLocked = await first.PutAsync(path, await Panel.ScoresAsync(first, callOff, 1, 1, 1));
        await first.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/scores/unlock",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(first, callOff)).OwnVersion });
        await Panel.ScoreAsync(first, callOff, bid, 2, 2, 2);
        await Panel.LockScoresAsync(first, callOff);
        await Panel.SecondAsync(second, first, callOff);
        var afterShown = await first.PutAsync(path, await Panel.ScoresAsync(first, callOff, 1, 1, 1));
        var unlock = await first.PostAsync(
            $"/api/call-offs/{callOff}/scores/unlock",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(first, callOff)).OwnVersion });
        var tooLate = await third.PutAsync(path, await Panel.ScoresAsync(third, callOff, 1, 1, 1));

        whileLocked.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresLocked);
        foreach (var refused in new[] { afterShown, unlock, tooLate })
        {
            (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.ScoresShown));
        }

        (await Panel.ReadAsync(first, callOff)).Bids[0].OwnScores.Select(s => s.Score).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public async Task Scores_are_locked_only_when_every_bid_is_scored_on_every_criterion()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        var version = (await Panel.ScoreAsync(first, callOff, bid, 4, 4)).OwnVersion;

        var early = await first.PostAsync(
            $"/api/call-offs/{callOff}/scores/lock", new CallOffVersionDto { Version = version });

        early.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresIncomplete);
        early.Problem.Detail!.ShouldStartWith("1 scores are still missing");
    }

    [Fact]
    public async Task Only_the_chair_agrees_and_locks_and_a_colleague_may_take_the_chair()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        using var chair = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(first, callOff, bid, 5, 4, 3);
        await Panel.ScoreAsync(second, callOff, bid, 3, 4, 3);
        await Panel.LockScoresAsync(first, callOff);
        var shown = await Panel.LockScoresAsync(second, callOff);
        var path = $"/api/call-offs/{callOff}/bids/{bid}/agreed-scores";
        var nobody = await first.PutAsync(path, TenderingFixture.Scores(shown.Version, 4, 4, 3));
        await Panel.TakeChairAsync(first, callOff);

        var taken = await Panel.TakeChairAsync(chair, callOff);
        var lost = await first.PutAsync(path, TenderingFixture.Scores(taken.Version, 4, 4, 3));
        var unanimous = await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/agreed-scores/unanimous", new CallOffVersionDto { Version = taken.Version });
        var early = await chair.PostAsync(
            $"/api/call-offs/{callOff}/lock-quality", new CallOffVersionDto { Version = unanimous.Version });
        var agreed = await chair.PutAsync<EvaluationDto>(path, TenderingFixture.Scores(unanimous.Version, 4));
        var stale = await chair.PutAsync(path, TenderingFixture.Scores(unanimous.Version, 1));
        var locked = await PriceQuestionSteps.RelockAsync(chair, agreed);

        (nobody.Status, nobody.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.NoChair));
        (lost.Status, lost.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.NotTheChair));
        lost.Problem.Detail!.ShouldStartWith($"{chair.Session!.User!.Name} chairs now");

        unanimous.Bids[0].Scores.Select(s => (s.CriterionId, s.Score)).ShouldBe(
            [("staffing", 4), ("move-in", 3)], ignoreOrder: true);
        early.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresNotAgreed);
        stale.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        locked.Bids[0].Scores.Select(s => s.Score).ShouldBe([4, 3, 4], ignoreOrder: true);
        locked.Bids[0].EvaluatorScores.Count.ShouldBe(6, "what each scored stays on show beside what was agreed");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task An_agreed_score_lies_between_the_lowest_and_the_highest_that_were_given(int score, bool taken)
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(first, callOff, bid, 3, 3, 3);
        await Panel.ScoreAsync(second, callOff, bid, 4, 4, 4);
        await Panel.LockScoresAsync(first, callOff);
        await Panel.LockScoresAsync(second, callOff);
        var chaired = await Panel.TakeChairAsync(first, callOff);

        var answer = await first.PutAsync(
            $"/api/call-offs/{callOff}/bids/{bid}/agreed-scores", TenderingFixture.Scores(chaired.Version, score));

        answer.IsSuccess.ShouldBe(taken);
        if (!taken)
        {
            answer.Problem.Errors.Keys.ShouldBe(["scores[0].score"]);
        }
    }

    [Fact]
    public async Task Another_authority_sees_no_sheet_by_a_raw_query()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(first, callOff, bid, 5, 4, 3);
        var sheets = $"tendering.score_sheets where call_off_id = '{callOff}'";

        (await portal.CountAsync(portal.NorthwickVale, sheets)).ShouldBe(1);
        (await portal.CountAsync(portal.Kingsferry, sheets)).ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, sheets)).ShouldBe(0);
    }

    private Task<(Guid CallOff, Guid Bid)> OpenedAsync(bool today = false) => Panel.OpenedAsync(portal, today);

    private Task<PortalClient> EvaluatorAsync(Guid callOff) => Panel.EvaluatorAsync(portal, callOff);
}
