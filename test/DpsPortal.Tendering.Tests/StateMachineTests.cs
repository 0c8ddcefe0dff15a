using System.Runtime.CompilerServices;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;
using DpsPortal.Tendering.Tests.PriceQuestions;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Tendering.Tests;

/// <summary>The whole matrix of each machine, through the aggregate's own moves.</summary>
public sealed class StateMachineTests
{
    [Theory, MemberData(nameof(CallOffMatrix))]
    public void A_call_off_moves_as_the_table_says_and_no_other_way(CallOffState state, CallOffTrigger trigger)
    {
        var callOff = A.CallOffIn(state);
        var permitted = CallOffStates.Transitions.CanFire(state, trigger);

        var refused = Refused(() => A.Fire(callOff, trigger));

        refused.ShouldBe(!permitted);
        callOff.State.ShouldBe(permitted ? CallOffStates.Transitions.Fire(state, trigger) : state);
    }

    [Fact]
    public void No_sequence_of_moves_opens_a_call_off_without_two_officers_after_its_deadline() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(Enum.GetValues<CallOffTrigger>()).ListOf().ToArbitrary(),
            triggers =>
            {
                var callOff = A.CallOffIn(CallOffState.Draft);
                foreach (var trigger in triggers)
                {
                    Refused(() => A.Fire(callOff, trigger));
                }

                return callOff.OpenedAt is null
                    || (callOff.ClosedAt >= callOff.Deadline
                        && callOff.Openers.Select(o => o.UserId).Distinct().Count() == 2);
            }));

    [Fact]
    public void No_sequence_of_moves_changes_what_was_awarded_or_cancelled() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(Enum.GetValues<CallOffTrigger>()).ListOf().ToArbitrary(),
            triggers => new[] { CallOffState.Awarded, CallOffState.Cancelled, CallOffState.NoBids }.All(end =>
            {
                var callOff = A.CallOffIn(end);
                foreach (var trigger in triggers)
                {
                    Refused(() => A.Fire(callOff, trigger));
                }

                return callOff.State == end;
            })));

    [Theory, MemberData(nameof(BidMatrix))]
    public void A_bid_moves_as_the_table_says_and_no_other_way(BidState state, BidTrigger trigger)
    {
        var bid = A.BidIn(state);
        var permitted = BidStates.Transitions.CanFire(state, trigger);

        var refused = Refused(() => A.Fire(bid, trigger));

        refused.ShouldBe(!permitted);
        bid.State.ShouldBe(permitted ? BidStates.Transitions.Fire(state, trigger) : state);
    }

    [Theory, MemberData(nameof(PriceQuestionMatrix))]
    public void A_question_about_a_price_moves_as_the_table_says_and_no_other_way(
        PriceQuestionState state, PriceQuestionTrigger trigger)
    {
        var question = APriceQuestion.In(state, trigger);
        var permitted = PriceQuestionStates.Transitions.CanFire(state, trigger);

        var refused = Refused(() => APriceQuestion.Fire(question, trigger));

        refused.ShouldBe(!permitted);
        question.State.ShouldBe(permitted ? PriceQuestionStates.Transitions.Fire(state, trigger) : state);
    }

    [Fact]
    public void No_sequence_of_moves_rejects_a_price_before_its_bidder_could_explain_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(Enum.GetValues<PriceQuestionTrigger>()).ListOf().ToArbitrary(),
            triggers =>
            {
                var question = APriceQuestion.Asked();
                foreach (var trigger in triggers)
                {
                    Refused(() => APriceQuestion.Fire(question, trigger, early: true));
                }

                return !question.IsRejected || question.AnsweredAt is not null;
            }));

    [Theory]
    [InlineData("call-off")]
    [InlineData("bid")]
    [InlineData("price-question")]
    [InlineData("question")]
    [InlineData("referral")]
    public void The_diagram_in_the_documents_is_the_table(string name)
    {
        var text = name switch
        {
            "call-off" => CallOffStates.Transitions.ToMermaid(CallOffState.Draft),
            "bid" => BidStates.Transitions.ToMermaid(BidState.Draft),
            "price-question" => PriceQuestionStates.Transitions.ToMermaid(PriceQuestionState.Asked),
            "question" => QuestionStates.Transitions.ToMermaid(QuestionState.Asked),
            _ => ReferralStates.Transitions.ToMermaid(ReferralState.Draft),
        };
        var file = Path.Combine(Documents(), "state-machines", $"{name}.md");
        var wanted = $"```mermaid\n{text}```\n";
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        if (committed != wanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
        }

        (committed == wanted).ShouldBeTrue($"{file} is written anew: look at it and commit it.");
    }

    public static TheoryData<CallOffState, CallOffTrigger> CallOffMatrix() => Matrix<CallOffState, CallOffTrigger>();

    public static TheoryData<BidState, BidTrigger> BidMatrix() => Matrix<BidState, BidTrigger>();

    public static TheoryData<PriceQuestionState, PriceQuestionTrigger> PriceQuestionMatrix() =>
        Matrix<PriceQuestionState, PriceQuestionTrigger>();

    private static TheoryData<TState, TTrigger> Matrix<TState, TTrigger>()
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var matrix = new TheoryData<TState, TTrigger>();
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                matrix.Add(state, trigger);
            }
        }

        return matrix;
    }

    private static bool Refused(Action move)
    {
        try
        {
            move();
            return false;
        }
        catch (BusinessException)
        {
            return true;
        }
    }

    private static string Documents([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../etc/docs"));
}
