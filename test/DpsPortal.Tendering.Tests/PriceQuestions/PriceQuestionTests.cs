using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Integration;
using DpsPortal.Tendering.PriceQuestions;
using static DpsPortal.Tendering.Tests.PriceQuestions.APriceQuestion;

namespace DpsPortal.Tendering.Tests.PriceQuestions;

/// <summary>A price is rejected only once its bidder could explain it. Source: PCR 2015, reg. 69(1)-(3).</summary>
public sealed class PriceQuestionTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_bidder_gets_an_hour_at_least(int seconds, bool allowed) =>
        Allowed(AskedAt.AddHours(1).AddSeconds(seconds)).ShouldBe(allowed);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_bidder_gets_fourteen_days_at_most(int seconds, bool allowed) =>
        Allowed(AskedAt.AddDays(14).AddSeconds(seconds)).ShouldBe(allowed);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_silent_bidders_price_is_rejected_only_once_its_time_has_passed(int seconds, bool rejected)
    {
        var question = Asked();
        var now = AnswerBy.AddSeconds(seconds);
        var offered = question.Permitted(now).Contains(PriceQuestionTrigger.Reject);

        var refusal = Refusal(() => question.Reject("No wages are in it.", A.Preparer, now));

        refusal.ShouldBe(rejected ? null : TenderingErrorCodes.PriceNotAnswered);
        question.IsRejected.ShouldBe(rejected);
        offered.ShouldBe(rejected);
    }

    [Fact]
    public void An_answered_price_is_rejected_at_once_with_its_reason()
    {
        var question = Asked();
        question.Explain("Our own house, no rent.", "Priya Shah", AskedAt.AddMinutes(5));

        question.Reject("No wages are in it.", A.Approver, AskedAt.AddMinutes(6));

        (question.IsRejected, question.DecisionReason, question.DecidedByName)
            .ShouldBe((true, "No wages are in it.", A.Approver.Name));
    }

    [Fact]
    public void An_answer_after_its_time_is_taken_while_nobody_has_decided()
    {
        var question = Asked();

        question.Explain("Our own house, no rent.", "Priya Shah", AnswerBy.AddDays(1));

        question.State.ShouldBe(PriceQuestionState.Answered);
    }

    [Fact]
    public void A_question_that_was_taken_back_is_asked_again_before_the_price_is_rejected()
    {
        var question = Asked();
        question.Accept(A.Preparer, AskedAt.AddMinutes(5));

        var refusal = Refusal(() => question.Reject("No wages are in it.", A.Preparer, AnswerBy.AddDays(1)));
        var offered = question.Permitted(AnswerBy.AddDays(1));
        question.Ask("What of the wages at night?", AnswerBy.AddDays(2), A.Approver, AnswerBy.AddDays(1));

        refusal.ShouldBe(TenderingErrorCodes.PriceQuestionTakenBack);
        offered.ShouldBe([PriceQuestionTrigger.Ask]);
        (question.State, question.Question, question.AskedByName, question.DecidedAt)
            .ShouldBe((PriceQuestionState.Asked, "What of the wages at night?", A.Approver.Name, null));
    }

    [Fact]
    public void An_answered_question_is_not_asked_again()
    {
        var question = In(PriceQuestionState.Accepted, PriceQuestionTrigger.Reject);

        Refusal(() => question.Ask("And now?", AnswerBy.AddDays(2), A.Approver, AnswerBy.AddDays(1)))
            .ShouldBe(InvalidTransitionException.ErrorCode);

        question.Question.ShouldBe("How can you do it for this price?");
        question.Permitted(AnswerBy).ShouldBe([PriceQuestionTrigger.Reject]);
    }

    [Fact]
    public void A_slip_is_put_right_and_takes_the_reason_with_it()
    {
        var question = In(PriceQuestionState.Rejected, PriceQuestionTrigger.Accept);

        question.Accept(A.Approver, AnswerBy.AddHours(1));

        (question.State, question.DecisionReason).ShouldBe((PriceQuestionState.Accepted, null));
    }

    [Fact]
    public void A_question_taken_back_by_somebody_with_a_conflict_stands_again_with_the_time_that_was_left()
    {
        var question = Asked();
        question.Accept(A.Preparer, AskedAt.AddHours(1));
        question.ClearRecorded();

        question.Reopen(AskedAt.AddHours(10));

        (question.State, question.DecidedById).ShouldBe((PriceQuestionState.Asked, null));
        question.AnswerBy.ShouldBe(AskedAt.AddHours(13));
        question.Events.ShouldHaveSingleItem().ShouldBeOfType<PriceQuestionedEto>()
            .AnswerBy.ShouldBe(AskedAt.AddHours(13));
    }

    [Fact]
    public void A_rejection_by_somebody_with_a_conflict_leaves_the_answer_to_another()
    {
        var question = In(PriceQuestionState.Rejected, PriceQuestionTrigger.Reopen);

        question.Reopen(AnswerBy.AddDays(1));

        (question.State, question.DecisionReason, question.AnswerBy)
            .ShouldBe((PriceQuestionState.Answered, null, AnswerBy));
    }

    [Fact]
    public void The_bidder_is_told_that_it_is_asked()
    {
        var question = Asked();

        question.Events.ShouldBe(
            [new PriceQuestionedEto(question.CallOffId, question.Reference, question.ProviderId, AnswerBy)]);
    }

    private static bool Allowed(DateTime answerBy)
    {
        try
        {
            Asked(answerBy);
            return true;
        }
        catch (InvalidInputException refusal)
        {
            refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe("answerBy");
            return false;
        }
    }

    private static string? Refusal(Action move)
    {
        try
        {
            move();
            return null;
        }
        catch (BusinessException refusal)
        {
            return refusal.Code;
        }
    }
}
