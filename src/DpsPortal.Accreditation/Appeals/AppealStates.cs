using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>An appeal is answered once; the answer is final here.</summary>
internal static class AppealStates
{
    public static readonly TransitionTable<AppealState, AppealTrigger> Transitions = new()
    {
        { AppealState.Lodged, AppealTrigger.Propose, AppealState.OutcomeProposed },
        { AppealState.OutcomeProposed, AppealTrigger.SendBack, AppealState.Lodged },
        { AppealState.OutcomeProposed, AppealTrigger.Uphold, AppealState.Upheld },
        { AppealState.OutcomeProposed, AppealTrigger.Overturn, AppealState.Overturned },
    };
}
