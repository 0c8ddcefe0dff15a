using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.Clarifications.ClarificationState;
using static DpsPortal.Accreditation.Clarifications.ClarificationTrigger;

namespace DpsPortal.Accreditation.Clarifications;

/// <summary>A question is answered once; another question follows if the answer is not enough.</summary>
internal static class ClarificationStates
{
    public static readonly TransitionTable<ClarificationState, ClarificationTrigger> Transitions = new()
    {
        { Asked, Answer, Answered },
        { Asked, Withdraw, Withdrawn },
        { Answered, Close, Closed },
    };
}
