using DpsPortal.Framework.Domain;
using static DpsPortal.Tendering.PriceQuestions.PriceQuestionState;
using static DpsPortal.Tendering.PriceQuestions.PriceQuestionTrigger;

namespace DpsPortal.Tendering.PriceQuestions;

/// <summary>A slip in a decision can be put right until an award is proposed.</summary>
internal static class PriceQuestionStates
{
    public static readonly TransitionTable<PriceQuestionState, PriceQuestionTrigger> Transitions = new()
    {
        { Asked, Answer, Answered },

        // The question is taken back.
        { Asked, Accept, Accepted },

        // Once the time to answer has passed.
        { Asked, Reject, Rejected },
        { Answered, Accept, Accepted },
        { Answered, Reject, Rejected },
        { Accepted, Reject, Rejected },
        { Rejected, Accept, Accepted },

        // After it was taken back unanswered.
        { Accepted, Ask, Asked },
        { Accepted, Reopen, Answered },
        { Rejected, Reopen, Answered },
        { Accepted, ReopenUnanswered, Asked },
        { Rejected, ReopenUnanswered, Asked },
    };

    /// <summary>Those of the bidder and those that a declaration of conflict fires: no officer's screen offers them.</summary>
    public static readonly IReadOnlySet<PriceQuestionTrigger> NeverOffered =
        new HashSet<PriceQuestionTrigger> { Answer, Reopen, ReopenUnanswered };
}
