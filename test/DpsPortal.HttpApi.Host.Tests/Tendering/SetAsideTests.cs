using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>An evaluator who cannot finish is left out, and what they scored may count again. Source: case 15.</summary>
public sealed class SetAsideTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task An_evaluator_who_cannot_finish_is_set_aside_and_another_scores_in_their_place()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var absent = await EvaluatorAsync(callOff);
        using var third = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(absent, callOff, bid, 1);
        await Panel.ScoreAsync(first, callOff, bid, 4, 4, 4);
        await Panel.LockScoresAsync(first, callOff);
        var sheets = (await Panel.ReadAsync(first, callOff)).Evaluators;
        var gone = sheets.Single(e => e.LockedAt is null).SheetId;
        var ready = sheets.Single(e => e.LockedAt is not null).SheetId;

        var counting = await SetAsideAsync(third, callOff, ready);
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer)).PostAsync(
            $"/api/call-offs/{callOff}/scores/{gone}/set-aside", new SetAsideScoresDto { Reason = "Away.", Version = 0 });
        var unknown = await SetAsideAsync(third, callOff, Guid.NewGuid());
        var aside = await SetAsideAsync(first, callOff, gone);
        var back = await absent.PutAsync(
            $"/api/call-offs/{callOff}/bids/{bid}/scores", await Panel.ScoresAsync(absent, callOff, 5, 5, 5));
        await Panel.SecondAsync(third, first, callOff);

        counting.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresCount);
        (rival.Status, unknown.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        aside.IsSuccess.ShouldBeTrue(aside.Text);
        back.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresSetAside);
        var shown = await Panel.ReadAsync(absent, callOff);
        shown.Evaluators.Single(e => e.IsCaller).SetAside!.Reason.ShouldBe("On leave until Monday.");
        shown.Bids[0].EvaluatorScores.Count.ShouldBe(6, "what was set aside counts no longer");
    }

    [Fact]
    public async Task Where_nobody_else_is_left_to_score_what_was_set_aside_counts_again()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(second, callOff, bid, 1);
        await Panel.ScoreAsync(first, callOff, bid, 4, 4, 4);
        await Panel.LockScoresAsync(first, callOff);
        var gone = (await Panel.ReadAsync(first, callOff)).Evaluators.Single(e => !e.IsCaller).SheetId;
        var counting = await CountAgainAsync(first, callOff, gone);
        (await SetAsideAsync(first, callOff, gone)).IsSuccess.ShouldBeTrue();

        (await Panel.TodayAsync(first, callOff)).ShouldBe("CallOff.EvaluatorMissing");
        (await Panel.TodayAsync(second, callOff)).ShouldBe("CallOff.ScoresSetAside");
        var stale = await first.PostAsync(
            $"/api/call-offs/{callOff}/scores/{gone}/count-again", new CallOffVersionDto { Version = 0 });
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer)).PostAsync(
            $"/api/call-offs/{callOff}/scores/{gone}/count-again", new CallOffVersionDto { Version = 0 });
        var unknown = await CountAgainAsync(first, callOff, Guid.NewGuid());
        var again = (await CountAgainAsync(second, callOff, gone)).Read<EvaluationDto>();

        counting.Problem.Code.ShouldBe(TenderingErrorCodes.ScoresCountAlready);
        stale.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        (rival.Status, unknown.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        again.Evaluators.ShouldAllBe(e => e.SetAside == null);
        again.Bids[0].OwnScores.Select(s => s.Score).ShouldBe([1]);
        (await Panel.TodayAsync(first, callOff)).ShouldBeNull();
        await Panel.ScoreAsync(second, callOff, bid, 2, 2, 2);
        (await Panel.LockScoresAsync(second, callOff)).ScoresShownAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_set_aside_does_not_count_again_once_the_others_read_the_scores()
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var second = await EvaluatorAsync(callOff);
        using var absent = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(absent, callOff, bid, 1);
        await Panel.ScoreAsync(first, callOff, bid, 4, 4, 4);
        await Panel.LockScoresAsync(first, callOff);
        await Panel.SecondAsync(second, first, callOff);
        var gone = (await Panel.ReadAsync(first, callOff)).Evaluators.Single(e => e.LockedAt is null).SheetId;
        (await SetAsideAsync(first, callOff, gone)).IsSuccess.ShouldBeTrue();

        var late = await CountAgainAsync(absent, callOff, gone);

        (late.Status, late.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.ScoresShown));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scores_of_somebody_with_a_conflict_never_count_again(bool wasSetAsideBefore)
    {
        var (callOff, bid) = await OpenedAsync();
        using var first = await EvaluatorAsync(callOff);
        using var conflicted = await EvaluatorAsync(callOff);
        await Panel.ScoreAsync(conflicted, callOff, bid, 1);
        await Panel.ScoreAsync(first, callOff, bid, 4);
        var gone = (await Panel.ReadAsync(first, callOff)).Evaluators.Single(e => !e.IsCaller).SheetId;
        if (wasSetAsideBefore)
        {
            (await SetAsideAsync(first, callOff, gone)).IsSuccess.ShouldBeTrue();
        }

        await TenderingFixture.DeclareAsync(conflicted, callOff, conflict: true);

        (await CountAgainAsync(first, callOff, gone)).Problem.Code.ShouldBe(TenderingErrorCodes.ScoresOfConflict);
        (await CountAgainAsync(conflicted, callOff, gone)).Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
    }

    private Task<(Guid CallOff, Guid Bid)> OpenedAsync() => Panel.OpenedAsync(portal);

    private Task<PortalClient> EvaluatorAsync(Guid callOff) => Panel.EvaluatorAsync(portal, callOff);

    private static async Task<PortalAnswer> SetAsideAsync(PortalClient officer, Guid callOff, Guid sheet) =>
        await officer.PostAsync($"/api/call-offs/{callOff}/scores/{sheet}/set-aside", new SetAsideScoresDto
        {
            Reason = "On leave until Monday.",
            Version = (await Panel.ReadAsync(officer, callOff)).Version,
        });

    private static async Task<PortalAnswer> CountAgainAsync(PortalClient officer, Guid callOff, Guid sheet) =>
        await officer.PostAsync(
            $"/api/call-offs/{callOff}/scores/{sheet}/count-again",
            new CallOffVersionDto { Version = (await Panel.ReadAsync(officer, callOff)).Version });
}
