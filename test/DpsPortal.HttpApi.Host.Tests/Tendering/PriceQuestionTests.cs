using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.TestBase;
using static DpsPortal.HttpApi.Host.Tests.Tendering.PriceQuestionSteps;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>A price that looks too low is asked about, and may then be rejected. Decision 22.</summary>
public sealed class PriceQuestionTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private readonly PriceQuestionSteps _steps = new(portal);

    [Fact]
    public async Task A_penny_is_asked_about_explained_and_rejected_and_the_next_bid_is_awarded()
    {
        var ranked = await _steps.WithAPennyBidAsync();
        var asked = await _steps.AskAsync(ranked, portal.LanternRow);
        var whileAsked = await _steps.TryProposeAsync(asked, portal.LanternRow);
        await _steps.TryAnswerAsync(ranked, portal.LanternRow);
        var answered = await _steps.ReadAsync(ranked);
        var whileAnswered = await _steps.TryProposeAsync(answered, portal.LanternRow);

        var rejected = await _steps.RejectAsync(answered, portal.LanternRow);

        BidOf(ranked, portal.LanternRow).PriceSign.ShouldBe("99% below the other bid");
        BidOf(ranked, portal.LanternRow).Rank.ShouldBe(1);
        BidOf(ranked, portal.HarbourSteps).PriceSign.ShouldBeNull();
        foreach (var refused in new[] { whileAsked, whileAnswered })
        {
            (refused.Status, refused.Problem.Code)
                .ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.PriceQuestionOpen));
            refused.Text.ShouldContain(BidOf(ranked, portal.LanternRow).Label);
        }

        var question = BidOf(answered, portal.LanternRow).PriceQuestion!;
        (question.State, question.Question, question.Answer)
            .ShouldBe((PriceQuestionState.Answered, Question, Answer));
        var penny = BidOf(rejected, portal.LanternRow);
        penny.GateFailures.ShouldBe([$"Its price was rejected as abnormally low: {Reason}."]);
        (penny.Rank, penny.PriceScore, penny.PriceSign).ShouldBe((null, null, "99% below the other bid"));
        var next = BidOf(rejected, portal.HarbourSteps);
        (next.Rank, next.PriceScore).ShouldBe((1, 40m));
        (await _steps.TryProposeAsync(rejected, portal.LanternRow)).Problem.Code
            .ShouldBe(TenderingErrorCodes.NotAwardable);

        var awarded = await AwardedAsync(rejected, portal.HarbourSteps);

        awarded.Award!.ProviderName.ShouldBe(portal.HarbourSteps.Name);
        var letters = await (await portal.OfficerAsync).GetAsync<LetterDto[]>($"/api/call-offs/{awarded.Id}/letters");
        letters.Single(l => l.Recipient == portal.LanternRow.Name).Paragraphs.ShouldContain(
            $"Your bid could not be awarded. Its price was rejected as abnormally low: {Reason}.");
        string.Join(' ', letters.Single(l => l.Recipient == portal.HarbourSteps.Name).Paragraphs)
            .ShouldNotContain("abnormally low");
        BidOf(await _steps.ReadAsync(rejected), portal.LanternRow).PriceQuestion!.State
            .ShouldBe(PriceQuestionState.Rejected);
    }

    [Fact]
    public async Task Whoever_decided_on_a_price_does_not_approve_the_award_that_rests_on_it()
    {
        var evaluation = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        using var both = await portal.AsAnotherAsync(
            portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        await TenderingFixture.DeclareAsync(both, evaluation.CallOffId);
        evaluation = (await _steps.TryRejectAsync(evaluation, portal.LanternRow, both)).Read<EvaluationDto>();
        var proposed = (await _steps.TryProposeAsync(evaluation, portal.HarbourSteps)).Read<CallOffDto>();

        var refused = await both.PostAsync(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });
        var approved = await (await _steps.DeclaredApproverAsync(evaluation)).PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });

        (refused.Status, refused.Problem.Code).ShouldBe(
            (HttpStatusCode.Conflict, TenderingErrorCodes.OwnPriceDecision));
        approved.State.ShouldBe(CallOffState.Awarded);
    }

    [Fact]
    public async Task A_bidder_reads_a_reason_as_it_was_written_and_nothing_of_the_decision_before_the_letter()
    {
        var evaluation = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var before = (await _steps.OpportunityAsync(evaluation, portal.LanternRow)).PriceQuestion;
        evaluation = (await (await portal.OfficerAsync).PostAsync(
            $"{PriceQuestionSteps.Path(evaluation, portal.LanternRow)}/reject", new RejectPriceDto
            {
                Reason = "The provider is paid by the home",
                Version = evaluation.Version,
                QuestionVersion = PriceQuestionSteps.BidOf(evaluation, portal.LanternRow).PriceQuestion!.Version,
            })).Read<EvaluationDto>();
        var after = (await _steps.OpportunityAsync(evaluation, portal.LanternRow)).PriceQuestion;
        await _steps.TryProposeAsync(evaluation, portal.HarbourSteps);

        var letters = await (await portal.OfficerAsync).GetAsync<LetterDto[]>(
            $"/api/call-offs/{evaluation.CallOffId}/award/letters");

        after.ShouldBe(before);
        after!.Version.ShouldBe(0u);
        letters.Single(l => l.Recipient == portal.LanternRow.Name).Paragraphs.ShouldContain(
            "Your bid could not be awarded. Its price was rejected as abnormally low: The provider is paid by the home.");
    }

    [Theory]
    [InlineData(149_999, true)]
    [InlineData(150_000, true)]
    [InlineData(150_001, false)]
    public async Task The_highest_price_is_not_rejected_as_abnormally_low(long weeklyPence, bool rejected)
    {
        var evaluation = await _steps.AnsweredAsync(
            await _steps.RankedAsync((portal.LanternRow, weeklyPence), (portal.HarbourSteps, 150_000)),
            portal.LanternRow);

        var answer = await _steps.TryRejectAsync(evaluation, portal.LanternRow);

        answer.IsSuccess.ShouldBe(rejected, answer.Text);
        if (!rejected)
        {
            answer.Problem.Code.ShouldBe(TenderingErrorCodes.PriceIsHighest);
        }
    }

    [Fact]
    public async Task Whoever_scores_anew_after_a_late_conflict_reads_of_no_price_in_the_history()
    {
        var evaluation = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId);
        await _steps.TryRejectAsync(evaluation, portal.LanternRow, late);
        var officer = await portal.OfficerAsync;
        var path = $"/api/call-offs/{evaluation.CallOffId}/history";
        var before = await officer.GetAsync<AuditEventDto[]>(path);
        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId, conflict: true);

        var after = await officer.GetAsync<AuditEventDto[]>(path);

        before.Count(h => h.Action is "AskAboutPrice" or "AnswerPriceQuestion" or "RejectPrice").ShouldBe(3);
        after.ShouldNotContain(h => h.Action.Contains("Price", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accepted_price_wins_as_before()
    {
        var answered = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);

        var accepted = await _steps.AcceptAsync(answered, portal.LanternRow);

        BidOf(accepted, portal.LanternRow).Rank.ShouldBe(1);
        (await _steps.TryProposeAsync(accepted, portal.LanternRow)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_price_that_nobody_asked_about_is_neither_rejected_nor_accepted()
    {
        var ranked = await _steps.WithAPennyBidAsync();

        var rejected = await _steps.TryRejectAsync(ranked, portal.LanternRow);
        var accepted = await _steps.TryAcceptAsync(ranked, portal.LanternRow);

        rejected.Problem.Code.ShouldBe(TenderingErrorCodes.PriceNotAsked);
        accepted.Problem.Code.ShouldBe(TenderingErrorCodes.PriceNotAsked);
        BidOf(await _steps.ReadAsync(ranked), portal.LanternRow).Rank.ShouldBe(1);
    }

    [Fact]
    public async Task A_silent_bidder_has_its_time_and_an_answer_after_it_still_counts()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var early = await _steps.TryRejectAsync(asked, portal.LanternRow);
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        var due = await _steps.ReadAsync(asked);
        await _steps.TryAnswerAsync(asked, portal.LanternRow);

        var unread = await _steps.TryRejectAsync(due, portal.LanternRow);
        var again = await _steps.TryAnswerAsync(asked, portal.LanternRow, version: 2);
        var read = await _steps.ReadAsync(asked);
        var rejected = await _steps.RejectAsync(read, portal.LanternRow);
        var tooLate = await _steps.TryAnswerAsync(asked, portal.LanternRow, version: 3);

        early.Problem.Code.ShouldBe(TenderingErrorCodes.PriceNotAnswered);
        BidOf(asked, portal.LanternRow).PriceQuestion!.PermittedTriggers.ShouldBe([PriceQuestionTrigger.Accept]);
        BidOf(due, portal.LanternRow).PriceQuestion!.PermittedTriggers
            .ShouldBe([PriceQuestionTrigger.Accept, PriceQuestionTrigger.Reject]);
        (unread.Status, unread.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        again.Problem.Code.ShouldBe(TenderingErrorCodes.PriceQuestionClosed);
        tooLate.Problem.Code.ShouldBe(TenderingErrorCodes.PriceQuestionClosed);
        BidOf(rejected, portal.LanternRow).Rank.ShouldBeNull();
    }

    [Fact]
    public async Task Silence_until_the_time_is_over_may_be_rejected()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(3));

        var rejected = await _steps.RejectAsync(asked, portal.LanternRow);

        BidOf(rejected, portal.LanternRow).Rank.ShouldBeNull();
    }

    [Fact]
    public async Task A_slip_is_put_right_until_an_award_is_proposed_and_again_once_it_is_sent_back()
    {
        var answered = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var rejected = await _steps.RejectAsync(answered, portal.LanternRow);
        var accepted = await _steps.AcceptAsync(rejected, portal.LanternRow);
        rejected = await _steps.RejectAsync(accepted, portal.LanternRow);
        await _steps.TryProposeAsync(rejected, portal.HarbourSteps);
        var proposed = await _steps.ReadAsync(rejected);

        var late = await _steps.TryAcceptAsync(proposed, portal.LanternRow);
        var approver = await portal.ApproverAsync;
        var seen = await TenderingFixture.DeclareAsync(approver, proposed.CallOffId);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.CallOffId}/award/send-back",
            new SendBackAwardDto { Reason = "Look at the penny again.", Version = proposed.Version });
        var back = await _steps.AcceptAsync(await _steps.ReadAsync(proposed), portal.LanternRow);

        BidOf(accepted, portal.LanternRow).Rank.ShouldBe(1);
        late.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
        var shown = BidOf(seen, portal.LanternRow).PriceQuestion!;
        (shown.State, shown.DecisionReason, shown.Answer).ShouldBe((PriceQuestionState.Rejected, Reason, Answer));
        shown.PermittedTriggers.ShouldBeEmpty();
        BidOf(back, portal.LanternRow).Rank.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_taken_back_is_asked_again_and_the_bidder_answers_the_new_one()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var twice = await _steps.TryAskAsync(asked, portal.LanternRow);
        var takenBack = await _steps.AcceptAsync(asked, portal.LanternRow);
        var silenced = await _steps.TryAnswerAsync(asked, portal.LanternRow, version: 2);
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(4));
        var rejected = await _steps.TryRejectAsync(takenBack, portal.LanternRow);
        var again = await _steps.AskAsync(takenBack, portal.LanternRow);

        var toTheOld = await _steps.TryAnswerAsync(asked, portal.LanternRow, version: 1);
        var toTheNew = await _steps.TryAnswerAsync(asked, portal.LanternRow, version: 3);

        twice.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
        silenced.Problem.Code.ShouldBe(TenderingErrorCodes.PriceQuestionClosed);
        rejected.Problem.Code.ShouldBe(TenderingErrorCodes.PriceQuestionTakenBack);
        BidOf(again, portal.LanternRow).PriceQuestion!.State.ShouldBe(PriceQuestionState.Asked);
        toTheOld.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        toTheNew.IsSuccess.ShouldBeTrue(toTheNew.Text);
        (await ActionsAsync(asked)).ShouldBe(["AskAboutPrice", "TakeBackPriceQuestion", "AskAboutPrice", "AnswerPriceQuestion"]);
    }

    [Fact]
    public async Task With_every_price_rejected_the_call_off_can_only_be_cancelled()
    {
        var answered = await _steps.AnsweredAsync(await _steps.RankedAsync((portal.LanternRow, 1)), portal.LanternRow);
        var rejected = await _steps.RejectAsync(answered, portal.LanternRow);

        var proposed = await _steps.TryProposeAsync(rejected, portal.LanternRow);
        var cancelled = await (await _steps.DeclaredApproverAsync(rejected)).PostAsync<CallOffDto>(
            $"/api/call-offs/{rejected.CallOffId}/cancel",
            new CancelCallOffDto { Reason = CallOffCancelReason.NoSuitableBid, Version = rejected.Version });

        proposed.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        cancelled.State.ShouldBe(CallOffState.Cancelled);
    }

    [Fact]
    public async Task A_question_dies_with_its_call_off()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        await (await _steps.DeclaredApproverAsync(asked)).PostAsync<CallOffDto>(
            $"/api/call-offs/{asked.CallOffId}/cancel",
            new CancelCallOffDto { Reason = CallOffCancelReason.NoLongerNeeded, Version = asked.Version });

        var answer = await _steps.TryAnswerAsync(asked, portal.LanternRow);

        answer.Problem.Code.ShouldBe(TenderingErrorCodes.CallOffNotOpen);
        (await _steps.OpportunityAsync(asked, portal.LanternRow)).PriceQuestion!.Open.ShouldBeFalse();
        (await TodayTests.KindsAsync(await portal.ProviderAsync(portal.LanternRow), asked.CallOffId))
            .ShouldBe(["Bid.ReadCancelled"]);
    }

    /// <summary>The clock runs on meanwhile; the second itself is the aggregate's test.</summary>
    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    [InlineData(14 * 24 * 60, true)]
    [InlineData((14 * 24 * 60) + 10, false)]
    public async Task A_bidder_gets_from_an_hour_to_fourteen_days(int minutes, bool allowed)
    {
        var ranked = await _steps.RankedAsync((portal.LanternRow, 100_000));

        var answer = await (await portal.OfficerAsync).PostAsync(
            Path(ranked, portal.LanternRow), await _steps.InputAsync(ranked, TimeSpan.FromMinutes(minutes)));

        answer.IsSuccess.ShouldBe(allowed, answer.Text);
        if (!allowed)
        {
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Problem.Errors.Keys.ShouldBe(["answerBy"]);
            BidOf(await _steps.ReadAsync(ranked), portal.LanternRow).PriceQuestion.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(" \n ")]
    [InlineData("")]
    public async Task A_text_of_nothing_but_spaces_is_refused_at_its_field(string text)
    {
        var ranked = await _steps.WithAPennyBidAsync();
        var officer = await portal.OfficerAsync;
        var path = Path(ranked, portal.LanternRow);

        var question = await officer.PostAsync(path, await _steps.InputAsync(ranked) with { Question = text });
        var asked = await _steps.AskAsync(ranked, portal.LanternRow);
        var answer = await _steps.TryAnswerAsync(asked, portal.LanternRow, text);
        await _steps.TryAnswerAsync(asked, portal.LanternRow);
        var reason = await officer.PostAsync(
            $"{path}/reject", new RejectPriceDto { Reason = text, Version = asked.Version, QuestionVersion = 2 });

        foreach (var (refused, field) in new[] { (question, "question"), (answer, "answer"), (reason, "reason") })
        {
            refused.Status.ShouldBe(HttpStatusCode.BadRequest);
            refused.Problem.Errors.Keys.ShouldBe([field]);
        }
    }

    [Fact]
    public async Task A_stale_page_neither_asks_nor_decides()
    {
        var ranked = await _steps.RankedAsync((portal.LanternRow, 1), (portal.HarbourSteps, 150_000));
        var asked = await _steps.AskAsync(ranked, portal.LanternRow);

        var question = await _steps.TryAskAsync(ranked, portal.HarbourSteps);
        var decision = await (await portal.OfficerAsync).PostAsync(
            $"{Path(asked, portal.LanternRow)}/accept",
            new AcceptPriceDto { Version = ranked.Version, QuestionVersion = 1 });

        question.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        decision.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        BidOf(await _steps.ReadAsync(ranked), portal.HarbourSteps).PriceQuestion.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_officers_who_ask_at_once_one_asks_and_the_other_is_told()
    {
        var ranked = await _steps.WithAPennyBidAsync();
        using var colleague = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(colleague, ranked.CallOffId);

        var answers = await Task.WhenAll(
            _steps.TryAskAsync(ranked, portal.LanternRow), _steps.TryAskAsync(ranked, portal.LanternRow, colleague));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Single(a => !a.IsSuccess).Problem.Code
            .ShouldBeOneOf("DpsPortal:Concurrency", "DpsPortal:InvalidTransition");
        (await ActionsAsync(ranked)).ShouldBe(["AskAboutPrice"]);
    }

    [Fact]
    public async Task Of_an_answer_and_a_decision_at_once_only_one_counts()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);

        var answers = await Task.WhenAll(
            _steps.TryAnswerAsync(asked, portal.LanternRow), _steps.TryAcceptAsync(asked, portal.LanternRow));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Single(a => !a.IsSuccess).Status.ShouldBe(HttpStatusCode.Conflict);
        BidOf(await _steps.ReadAsync(asked), portal.LanternRow).PriceQuestion!.State.ShouldBe(
            answers[0].IsSuccess ? PriceQuestionState.Answered : PriceQuestionState.Accepted);
    }

    [Fact]
    public async Task Prices_are_asked_about_only_once_they_are_seen()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 1);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 150_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var unscored = await TenderingFixture.DeclareAsync(officer, callOff.Id);

        var answer = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/bids/{unscored.Bids[0].BidId}/price-question",
            await _steps.InputAsync(unscored));

        answer.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
        unscored.Bids.ShouldAllBe(b => b.PriceSign == null && b.PriceQuestion == null);
        unscored.PermittedTriggers.ShouldNotContain(CallOffTrigger.QuestionPrice);
    }

    private async Task<CallOffDto> AwardedAsync(EvaluationDto ranked, TestOrganisation winner)
    {
        var proposed = (await _steps.TryProposeAsync(ranked, winner)).Read<CallOffDto>();
        return await (await _steps.DeclaredApproverAsync(ranked)).PostAsync<CallOffDto>(
            $"/api/call-offs/{ranked.CallOffId}/award/approve", new CallOffVersionDto { Version = proposed.Version });
    }

    /// <summary>What the History says of prices, oldest first.</summary>
    private async Task<string[]> ActionsAsync(EvaluationDto evaluation) =>
    [
        .. (await (await portal.OfficerAsync)
                .GetAsync<AuditEventDto[]>($"/api/call-offs/{evaluation.CallOffId}/history"))
            .Where(e => !e.Refused && e.Action.Contains("Price", StringComparison.Ordinal)
                && e.Action is not (nameof(CallOffTrigger.QuestionPrice) or nameof(CallOffTrigger.SettlePrice)))
            .OrderBy(e => e.At).Select(e => e.Action),
    ];
}
