using DpsPortal.Framework.Domain;
using static DpsPortal.Organisations.People.RoleProposalState;
using static DpsPortal.Organisations.People.RoleProposalTrigger;

namespace DpsPortal.Organisations.People;

internal static class RoleProposalStates
{
    public static readonly TransitionTable<RoleProposalState, RoleProposalTrigger> Transitions = new()
    {
        { Proposed, Confirm, Confirmed },
        { Proposed, Refuse, Refused },
        { Proposed, Withdraw, Withdrawn },
    };
}
