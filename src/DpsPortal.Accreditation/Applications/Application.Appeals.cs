using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <content>What an appeal brings back.</content>
internal sealed partial class Application
{
    /// <summary>Evaluated again within a new period: the law gives ten working days for a decision.</summary>
    public void ReopenMembership(string reason, DateTime now)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Reopen);
        (MembershipDecision, MembershipClosedAt, ExtensionReason) = (null, null, null);
        (ReopenedAt, DueOn) = (now, LegalPeriods.MembershipDecisionDue(now));
        Move(MembershipTrigger.Reopen, to, reason);
        Change(
            AccreditationStage.Application,
            s => s with { Status = StageStatus.Open, ClosedAt = null, ClosedBy = null, Reason = null });
    }

    public void ReopenAccreditation(string reason, DateTime now)
    {
        var to = AccreditationStates.Transitions.Fire(Accreditation, AccreditationTrigger.Reopen);
        AccreditationDecision = null;
        Move(AccreditationTrigger.Reopen, to, reason);
        Change(
            AccreditationStage.Decision,
            s => s with
            {
                Status = StageStatus.Open, OpenedAt = now, ClosedAt = null, ClosedBy = null, Reason = null,
            });
    }

    /// <summary>A member again; nothing to do where some lot was left to it.</summary>
    public void Restore(string reason)
    {
        if (Membership == MembershipState.Removed)
        {
            Move(
                MembershipTrigger.Restore,
                MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Restore),
                reason);
        }
    }

    public void RememberAppeal(string action, string? reason = null) => Record(action, reason: reason);
}
