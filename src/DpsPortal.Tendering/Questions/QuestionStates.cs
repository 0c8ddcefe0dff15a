using DpsPortal.Framework.Domain;
using static DpsPortal.Tendering.Questions.QuestionState;
using static DpsPortal.Tendering.Questions.QuestionTrigger;

namespace DpsPortal.Tendering.Questions;

/// <summary>
/// A question that nobody answered before the deadline stays as it is: it stands in the way of nothing.
/// </summary>
internal static class QuestionStates
{
    public static readonly TransitionTable<QuestionState, QuestionTrigger> Transitions = new()
    {
        { Asked, Answer, Answered },
    };
}
