using DpsPortal.Framework.Domain;
using static DpsPortal.Tendering.Bids.BidState;
using static DpsPortal.Tendering.Bids.BidTrigger;

namespace DpsPortal.Tendering.Bids;

internal static class BidStates
{
    public static readonly TransitionTable<BidState, BidTrigger> Transitions = new()
    {
        { Draft, Submit, Submitted },

        // Replaced: the last version stored before the deadline counts.
        { Submitted, Submit, Submitted },
        { Submitted, Withdraw, Withdrawn },
        { Withdrawn, Submit, Submitted },
    };
}
