using DpsPortal.Framework.Domain;
using static DpsPortal.Organisations.People.InvitationState;
using static DpsPortal.Organisations.People.InvitationTrigger;

namespace DpsPortal.Organisations.People;

internal static class InvitationStates
{
    public static readonly TransitionTable<InvitationState, InvitationTrigger> Transitions = new()
    {
        { Proposed, Confirm, Open },
        { Proposed, Refuse, Refused },
        { Proposed, Revoke, Revoked },
        { Open, Resend, Open },
        { Open, Accept, Accepted },
        { Open, Revoke, Revoked },
    };
}
