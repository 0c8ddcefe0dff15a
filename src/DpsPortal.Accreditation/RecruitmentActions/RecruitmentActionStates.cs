using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.RecruitmentActions.RecruitmentActionState;
using static DpsPortal.Accreditation.RecruitmentActions.RecruitmentActionTrigger;

namespace DpsPortal.Accreditation.RecruitmentActions;

/// <summary>The provider says that it is done; only an officer's look ends it.</summary>
internal static class RecruitmentActionStates
{
    public static readonly TransitionTable<RecruitmentActionState, RecruitmentActionTrigger> Transitions = new()
    {
        { Open, Report, Reported },
        { Reported, Accept, Accepted },
        { Reported, SendBack, Open },
    };
}
