using DpsPortal.Framework.Domain;
using static DpsPortal.Tendering.Referrals.ReferralState;
using static DpsPortal.Tendering.Referrals.ReferralTrigger;

namespace DpsPortal.Tendering.Referrals;

internal static class ReferralStates
{
    public static readonly TransitionTable<ReferralState, ReferralTrigger> Transitions = new()
    {
        { Draft, SaveDraft, Draft },
        { Draft, Complete, Ready },
        { Draft, Cancel, Cancelled },

        { Ready, StartSourcing, Sourcing },
        { Ready, Cancel, Cancelled },

        // A relaunch is a second call-off for the same need.
        { Sourcing, StartSourcing, Sourcing },
        { Sourcing, Place, Placed },
        { Sourcing, FallThrough, FellThrough },
        { Sourcing, Cancel, Cancelled },
        { Placed, FallThrough, FellThrough },
    };
}
