using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>A provider in one lot. A removed or departed member joins again by a new application, or by
/// an appeal.</summary>
internal static class MemberStates
{
    public static readonly TransitionTable<MemberState, MemberTrigger> Transitions = new()
    {
        { MemberState.Admitted, MemberTrigger.Suspend, MemberState.Suspended },
        { MemberState.Admitted, MemberTrigger.Remove, MemberState.Removed },
        { MemberState.Admitted, MemberTrigger.Leave, MemberState.Left },
        { MemberState.Suspended, MemberTrigger.Reinstate, MemberState.Admitted },
        { MemberState.Suspended, MemberTrigger.Remove, MemberState.Removed },
        { MemberState.Suspended, MemberTrigger.Leave, MemberState.Left },
        { MemberState.Removed, MemberTrigger.Restore, MemberState.Admitted },
    };
}

/// <summary>What two officers do to a membership. Only a removal passes through notice.</summary>
internal static class MemberActionStates
{
    public static readonly TransitionTable<MemberActionState, MemberActionTrigger> Transitions = new()
    {
        { MemberActionState.Proposed, MemberActionTrigger.CarryOut, MemberActionState.Done },
        { MemberActionState.Proposed, MemberActionTrigger.GiveNotice, MemberActionState.NoticeGiven },
        { MemberActionState.Proposed, MemberActionTrigger.Drop, MemberActionState.Dropped },
        { MemberActionState.NoticeGiven, MemberActionTrigger.CarryOut, MemberActionState.Done },
        { MemberActionState.NoticeGiven, MemberActionTrigger.Drop, MemberActionState.Dropped },
    };
}
