using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Questions;

namespace DpsPortal.Tendering.Tests.CallOffs;

/// <summary>A later deadline for everybody, and the time for questions. Source: domain §4.6.</summary>
public sealed class ExtensionTests
{
    /// <summary>Ten days run from 2 November 09:00; three of five parts of them are over on 8 November 09:00.</summary>
    private static readonly DateTime QuestionsEnd = A.Sent.AddDays(6);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Questions_are_taken_in_the_first_three_fifths_of_the_bidding_time(int milliseconds, bool taken)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        void Ask() => callOff.RefuseQuestionsAfterTheirTime(QuestionsEnd.AddMilliseconds(milliseconds));

        callOff.QuestionsUntil.ShouldBe(QuestionsEnd);
        if (taken)
        {
            Should.NotThrow(Ask);
        }
        else
        {
            Should.Throw<BusinessException>(Ask).Code.ShouldBe(TenderingErrorCodes.QuestionsClosed);
        }
    }

    [Theory]
    [InlineData(14 * 60 + 59, -3600, null)]
    [InlineData(15 * 60, -3600, 15)]
    [InlineData(15 * 60 + 1, -3600, 16)]
    [InlineData(2 * 60 * 60, 0, 120)]
    [InlineData(30 * 60, 600, 40)]
    public void An_outage_gives_back_what_it_took_from_its_end_or_from_the_deadline_on(
        int secondsLost, int endedAfterDeadline, int? minutesLater)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        var ended = A.Deadline.AddSeconds(endedAfterDeadline);
        var outage = new LostTime { Ended = ended, Lost = TimeSpan.FromSeconds(secondsLost) };

        callOff.ExtendAfterOutage(outage, ended.AddSeconds(10)).ShouldBe(minutesLater is not null);

        callOff.Deadline.ShouldBe(A.Deadline.AddMinutes(minutesLater ?? 0));
        callOff.OutagesCountAfter.ShouldBe(minutesLater is null ? callOff.PublishedAt!.Value : ended.AddSeconds(10));
    }

    [Theory]
    [InlineData(CallOffState.Closed)]
    [InlineData(CallOffState.NoBids)]
    [InlineData(CallOffState.Cancelled)]
    public void What_takes_no_bids_any_more_is_not_opened_again_by_an_outage(CallOffState state)
    {
        var callOff = A.CallOffIn(state);

        callOff.ExtendAfterOutage(
            new LostTime { Ended = A.Deadline, Lost = TimeSpan.FromHours(1) }, A.Deadline.AddMinutes(1)).ShouldBeFalse();

        callOff.Deadline.ShouldBe(A.Deadline);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(16, true)]
    public void A_deadline_moves_by_a_quarter_of_an_hour_or_more_and_never_forward(int minutes, bool moves)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        void Extend() => callOff.Extend(
            A.Deadline.AddMinutes(minutes), ExtensionReason.BiddersAskedForTime, A.Approver, A.Sent.AddDays(1));

        if (moves)
        {
            Extend();
            callOff.Deadline.ShouldBe(A.Deadline.AddMinutes(minutes));
            callOff.Extensions.ShouldHaveSingleItem().From.ShouldBe(A.Deadline);
        }
        else
        {
            Should.Throw<InvalidInputException>(Extend).Errors.ShouldHaveSingleItem().Field.ShouldBe("deadline");
            callOff.Deadline.ShouldBe(A.Deadline);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_deadline_moves_until_it_has_come_and_not_after(int milliseconds, bool moves)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        void Extend() => callOff.Extend(
            A.Deadline.AddDays(1), ExtensionReason.PortalFault, A.Approver, A.Deadline.AddMilliseconds(milliseconds));

        if (moves)
        {
            Should.NotThrow(Extend);
        }
        else
        {
            Should.Throw<BusinessException>(Extend).Code.ShouldBe(TenderingErrorCodes.TooLateToExtend);
            callOff.Extensions.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void With_every_extension_a_call_off_is_open_for_ninety_days_at_most(int minutes, bool moves)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        void Extend() => callOff.Extend(
            A.Sent.AddDays(90).AddMinutes(minutes), ExtensionReason.TimetableChanged, A.Approver, A.Sent.AddDays(1));

        if (moves)
        {
            Should.NotThrow(Extend);
        }
        else
        {
            Should.Throw<BusinessException>(Extend).Code.ShouldBe(TenderingErrorCodes.BiddingPeriodTooLong);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_deadline_moves_no_further_than_the_last_day_to_move_in(int days, bool moves)
    {
        var last = DateOnly.FromDateTime(A.Deadline.AddDays(5));
        var callOff = A.CallOffIn(CallOffState.Draft);
        callOff.Publish(
            A.Approver, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs with { MoveInBy = last }, 3, "seed");
        void Extend() => callOff.Extend(
            A.Deadline.AddDays(5 + days), ExtensionReason.BiddersAskedForTime, A.Approver, A.Sent.AddDays(1));

        if (moves)
        {
            Should.NotThrow(Extend);
        }
        else
        {
            Should.Throw<InvalidInputException>(Extend).Errors.ShouldHaveSingleItem().Field.ShouldBe("deadline");
            callOff.Deadline.ShouldBe(A.Deadline);
        }
    }

    /// <summary>A quarter of ten days after the deadline, or four tenths of them after the answer: whichever is later.</summary>
    [Theory]
    [InlineData("2026-11-04T09:00:00Z", "2026-11-14T21:00:00Z")]
    [InlineData("2026-11-10T21:00:00Z", "2026-11-14T21:00:00Z")]
    [InlineData("2026-11-12T08:00:00Z", "2026-11-16T08:00:00Z")]
    [InlineData("2026-11-12T08:00:01Z", "2026-11-16T08:01:00Z")]
    public void A_material_answer_gives_bidders_more_time(string answered, string earliest)
    {
        var (now, expected) = (Utc(answered), Utc(earliest));
        var tooEarly = A.CallOffIn(CallOffState.Published);
        var callOff = A.CallOffIn(CallOffState.Published);

        callOff.EarliestAfterMaterialAnswer(now).ShouldBe(expected);
        Should.Throw<InvalidInputException>(
            () => tooEarly.AnswerQuestion(true, expected.AddMinutes(-1), A.Preparer, now));
        Should.Throw<InvalidInputException>(() => tooEarly.AnswerQuestion(true, null, A.Preparer, now));
        callOff.AnswerQuestion(true, expected, A.Preparer, now);

        (tooEarly.Deadline, callOff.Deadline).ShouldBe((A.Deadline, expected));
        callOff.Extensions.ShouldHaveSingleItem().Reason.ShouldBe(ExtensionReason.MaterialAnswer);
    }

    [Fact]
    public void A_second_material_answer_asks_for_as_much_more_as_the_first()
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        callOff.AnswerQuestion(true, A.Deadline.AddDays(3), A.Preparer, A.Sent.AddDays(1));

        callOff.EarliestAfterMaterialAnswer(A.Sent.AddDays(2)).ShouldBe(A.Deadline.AddDays(3).AddHours(60));
    }

    [Fact]
    public void Another_answer_leaves_the_deadline_as_it_is()
    {
        var callOff = A.CallOffIn(CallOffState.Published);

        callOff.AnswerQuestion(false, null, A.Preparer, A.Sent.AddDays(1));

        callOff.Deadline.ShouldBe(A.Deadline);
        Should.Throw<InvalidInputException>(
            () => callOff.AnswerQuestion(false, A.Deadline.AddDays(5), A.Preparer, A.Sent.AddDays(1)));
    }

    [Fact]
    public void An_extension_gives_time_for_questions_again()
    {
        var callOff = A.CallOffIn(CallOffState.Published);

        callOff.Extend(A.Deadline.AddDays(10), ExtensionReason.TimetableChanged, A.Approver, A.Sent.AddDays(7));

        callOff.QuestionsUntil.ShouldBe(A.Sent.AddDays(12));
    }

    [Theory]
    [InlineData(QuestionState.Asked, true)]
    [InlineData(QuestionState.Answered, false)]
    public void A_question_is_answered_once(QuestionState state, bool answers)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        var asker = new QuestionAsker
        {
            QuestionId = Guid.NewGuid(),
            CallOffId = callOff.Id,
            ProviderId = Guid.NewGuid(),
            AskedById = Guid.NewGuid(),
        };
        var question = new Question(asker, callOff, "Is the rota fixed?", A.Sent);
        if (state == QuestionState.Answered)
        {
            question.Reply("Yes.", false, A.Preparer, A.Sent);
        }

        void Reply() => question.Reply("It is not.", false, A.Preparer, A.Sent.AddHours(1));
        if (answers)
        {
            Reply();
            question.State.ShouldBe(QuestionState.Answered);
        }
        else
        {
            Should.Throw<InvalidTransitionException>(Reply);
            question.Answer.ShouldBe("Yes.");
        }
    }

    private static DateTime Utc(string instant) => DateTimeOffset.Parse(instant, null).UtcDateTime;
}
