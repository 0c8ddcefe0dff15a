using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.Applications.AccreditationTrigger;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The legal side of an application. A decision needs two officers: one proposes, another confirms.</summary>
internal static class MembershipStates
{
    public static readonly TransitionTable<MembershipState, MembershipTrigger> Transitions = new()
    {
        { MembershipState.Draft, MembershipTrigger.Submit, MembershipState.Submitted },
        { MembershipState.Draft, MembershipTrigger.Withdraw, MembershipState.Withdrawn },
        { MembershipState.Submitted, MembershipTrigger.StartEvaluation, MembershipState.InEvaluation },
        { MembershipState.Submitted, MembershipTrigger.Withdraw, MembershipState.Withdrawn },
        { MembershipState.InEvaluation, MembershipTrigger.Propose, MembershipState.DecisionProposed },
        { MembershipState.InEvaluation, MembershipTrigger.Withdraw, MembershipState.Withdrawn },
        { MembershipState.DecisionProposed, MembershipTrigger.SendBack, MembershipState.InEvaluation },
        { MembershipState.DecisionProposed, MembershipTrigger.ConfirmAdmission, MembershipState.Admitted },
        { MembershipState.DecisionProposed, MembershipTrigger.ConfirmRejection, MembershipState.Rejected },
        { MembershipState.DecisionProposed, MembershipTrigger.Withdraw, MembershipState.Withdrawn },
        { MembershipState.Admitted, MembershipTrigger.Remove, MembershipState.Removed },
        { MembershipState.Admitted, MembershipTrigger.Leave, MembershipState.Left },
        { MembershipState.Rejected, MembershipTrigger.Reopen, MembershipState.InEvaluation },
        { MembershipState.Removed, MembershipTrigger.Restore, MembershipState.Admitted },
    };
}

/// <summary>
/// The quality side. It opens after admission; a failed stage leads to the decision, so that a refusal too is made
/// by two officers.
/// </summary>
internal static class AccreditationStates
{
    public static readonly TransitionTable<AccreditationState, AccreditationTrigger> Transitions = new()
    {
        { AccreditationState.NotStarted, OpenFitAndProperTest, AccreditationState.FitAndProperTest },
        { AccreditationState.FitAndProperTest, PassFitAndProperTest, AccreditationState.SaferRecruitmentReview },
        { AccreditationState.FitAndProperTest, FailFitAndProperTest, AccreditationState.AwaitingDecision },
        { AccreditationState.SaferRecruitmentReview, PassSaferRecruitment, AccreditationState.PropertyVisit },
        { AccreditationState.SaferRecruitmentReview, FailSaferRecruitment, AccreditationState.AwaitingDecision },
        { AccreditationState.PropertyVisit, PassPropertyVisit, AccreditationState.AwaitingDecision },
        { AccreditationState.PropertyVisit, FailPropertyVisit, AccreditationState.AwaitingDecision },
        { AccreditationState.AwaitingDecision, Propose, AccreditationState.DecisionProposed },
        { AccreditationState.DecisionProposed, SendBack, AccreditationState.AwaitingDecision },
        { AccreditationState.DecisionProposed, Accredit, AccreditationState.Accredited },
        { AccreditationState.DecisionProposed, AccreditWithConditions, AccreditationState.AccreditedWithConditions },
        { AccreditationState.DecisionProposed, Refuse, AccreditationState.NotAccredited },
        { AccreditationState.NotAccredited, Reopen, AccreditationState.AwaitingDecision },
    };
}
