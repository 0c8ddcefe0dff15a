using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.Standings.StandingState;

namespace DpsPortal.Accreditation.Standings;

/// <summary>A new decision renews every standing; what two officers and the days do comes in between.</summary>
internal static class StandingStates
{
    public static readonly TransitionTable<StandingState, StandingTrigger> Transitions = new()
    {
        { NotStarted, StandingTrigger.Accredit, Accredited },
        { NotStarted, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { NotStarted, StandingTrigger.Refuse, NotAccredited },
        { Accredited, StandingTrigger.Suspend, Suspended },
        { Accredited, StandingTrigger.Revoke, Revoked },
        { Accredited, StandingTrigger.Expire, Expired },
        { Accredited, StandingTrigger.Accredit, Accredited },
        { Accredited, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { Accredited, StandingTrigger.Refuse, NotAccredited },
        { AccreditedWithConditions, StandingTrigger.MeetConditions, Accredited },
        { AccreditedWithConditions, StandingTrigger.LapseConditions, Suspended },
        { AccreditedWithConditions, StandingTrigger.Suspend, Suspended },
        { AccreditedWithConditions, StandingTrigger.Revoke, Revoked },
        { AccreditedWithConditions, StandingTrigger.Expire, Expired },
        { AccreditedWithConditions, StandingTrigger.Accredit, Accredited },
        { AccreditedWithConditions, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { AccreditedWithConditions, StandingTrigger.Refuse, NotAccredited },
        { NotAccredited, StandingTrigger.Accredit, Accredited },
        { NotAccredited, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { NotAccredited, StandingTrigger.Refuse, NotAccredited },
        { Suspended, StandingTrigger.Reinstate, Accredited },
        { Suspended, StandingTrigger.ReinstateWithConditions, AccreditedWithConditions },
        { Suspended, StandingTrigger.Revoke, Revoked },
        { Suspended, StandingTrigger.Expire, Expired },
        { Suspended, StandingTrigger.Accredit, Accredited },
        { Suspended, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { Suspended, StandingTrigger.Refuse, NotAccredited },
        { Revoked, StandingTrigger.Restore, Accredited },
        { Revoked, StandingTrigger.RestoreWithConditions, AccreditedWithConditions },
        { Revoked, StandingTrigger.Accredit, Accredited },
        { Revoked, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { Revoked, StandingTrigger.Refuse, NotAccredited },
        { Expired, StandingTrigger.Accredit, Accredited },
        { Expired, StandingTrigger.AccreditWithConditions, AccreditedWithConditions },
        { Expired, StandingTrigger.Refuse, NotAccredited },
    };
}
