using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Accreditation.Clarifications;

public sealed class ClarificationTests
{
    private static readonly DateOnly Today = LondonTime.DateOf(An.Now);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_reply_is_asked_for_by_today_at_the_earliest(int days, bool accepted)
    {
        void Ask() => An.InEvaluation().Ask(Question() with { ReplyBy = Today.AddDays(days) }, An.Priya, An.Now);

        if (accepted)
        {
            Should.NotThrow(Ask);
        }
        else
        {
            Should.Throw<InvalidInputException>(Ask).Errors.Single().Field.ShouldBe("replyBy");
        }
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_question_is_overdue_on_the_day_after_its_reply_by(int days, bool overdue)
    {
        var question = An.InEvaluation().Ask(Question() with { ReplyBy = Today.AddDays(3) }, An.Priya, An.Now);

        question.IsOverdue(An.Now.AddDays(days)).ShouldBe(overdue);
    }

    [Fact]
    public void A_late_answer_is_taken_and_is_overdue_no_more()
    {
        var question = An.InEvaluation().Ask(Question(), An.Priya, An.Now);

        question.Answer("Here it is.", [], "Amara Bell", An.Now.AddDays(30));

        question.State.ShouldBe(ClarificationState.Answered);
        question.IsOverdue(An.Now.AddDays(31)).ShouldBeFalse();
    }

    [Fact]
    public void Fact_2_a_question_does_not_move_the_day_to_decide_on_membership()
    {
        var application = An.InEvaluation();
        var due = application.DueOn;

        var question = application.Ask(Question(), An.Priya, An.Now);
        application.DueOn.ShouldBe(due);
        question.Answer("Here it is.", [], "Amara Bell", An.Now.AddDays(3));
        application.Settle(question, ClarificationTrigger.Answer, An.Now.AddDays(3));

        application.DueOn.ShouldBe(new DateOnly(2026, 12, 30));
        application.NextDueOn.ShouldBe(application.DueOn);
    }

    [Fact]
    public void The_legal_clock_cannot_be_held()
    {
        var asked = Question() with { PausesStage = true, Stage = AccreditationStage.Application };

        var refusal = Should.Throw<InvalidInputException>(() => An.InEvaluation().Ask(asked, An.Priya, An.Now));

        refusal.Errors.Single().Field.ShouldBe("pausesStage");
    }

    [Fact]
    public void Only_the_open_stage_can_be_held()
    {
        var application = An.Admitted();
        application.OpenFitAndProperTest(An.Now);
        var asked = Question() with { PausesStage = true, Stage = AccreditationStage.PropertyVisit };

        Should.Throw<InvalidInputException>(() => application.Ask(asked, An.Priya, An.Now));
        application.OpenStage!.IsPaused.ShouldBeFalse();
    }

    [Fact]
    public void Each_side_is_told_by_e_mail()
    {
        var question = An.InEvaluation().Ask(Question(), An.Priya, An.Now);
        question.Answer("Here it is.", [], "Amara Bell", An.Now);

        question.Events.OfType<ApplicationNewsEto>().Single().News.ShouldContain("17 December 2026");
        question.Events.OfType<OfficerNewsEto>().Single().OfficerId.ShouldBe(An.Priya.Id);
    }

    [Fact]
    public void A_draft_and_a_withdrawn_application_cannot_be_asked()
    {
        var withdrawn = An.InEvaluation();
        withdrawn.Withdraw("We sold the home.", An.Now);

        Should.Throw<InvalidTransitionException>(() => An.Draft(An.Scheme()).Ask(Question(), An.Priya, An.Now));
        Should.Throw<InvalidTransitionException>(() => withdrawn.Ask(Question(), An.Priya, An.Now));
    }

    [Fact]
    public void The_matrix_permits_three_moves_and_no_other()
    {
        var permitted =
            from state in Enum.GetValues<ClarificationState>()
            from trigger in Enum.GetValues<ClarificationTrigger>()
            where ClarificationStates.Transitions.CanFire(state, trigger)
            select (state, trigger);

        permitted.ShouldBe(
        [
            (ClarificationState.Asked, ClarificationTrigger.Answer),
            (ClarificationState.Asked, ClarificationTrigger.Withdraw),
            (ClarificationState.Answered, ClarificationTrigger.Close),
        ]);
    }

    [Fact]
    public void No_sequence_of_moves_answers_a_question_twice()
    {
        var moves = Gen.Elements(Enum.GetValues<ClarificationTrigger>()).ListOf();

        Check.QuickThrowOnFailure(Prop.ForAll(moves.ToArbitrary(), sequence =>
        {
            var question = An.InEvaluation().Ask(Question(), An.Priya, An.Now);
            foreach (var move in sequence)
            {
                try
                {
                    Make(question, move);
                }
                catch (InvalidTransitionException)
                {
                    // Refused, and nothing has changed: the next move is tried on the same question.
                }
            }

            return question.AuditEntries.Count(e => e.Action == "Answer") <= 1
                && question.Reply is null == (question.AnsweredAt is null);
        }));
    }

    private static void Make(Clarification question, ClarificationTrigger move)
    {
        switch (move)
        {
            case ClarificationTrigger.Answer:
                question.Answer("Here it is.", [], "Amara Bell", An.Now);
                break;
            case ClarificationTrigger.Close:
                question.Close(An.Now);
                break;
            default:
                question.Withdraw("Found it.", An.Now);
                break;
        }
    }

    private static AskClarificationDto Question() => new()
    {
        Question = "Which insurer stands behind the policy?",
        ReplyBy = Today.AddDays(3),
        Version = 0,
    };
}
