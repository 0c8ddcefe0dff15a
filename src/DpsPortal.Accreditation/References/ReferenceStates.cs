using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.References.ReferenceState;
using static DpsPortal.Accreditation.References.ReferenceTrigger;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// A reference is given once. A link that has run out is sent again, or the request is withdrawn. It counts once an
/// officer of the host authority has checked who gave it (decision 31); what turns out otherwise is checked anew.
/// </summary>
internal static class ReferenceStates
{
    public static readonly TransitionTable<ReferenceState, ReferenceTrigger> Transitions = new()
    {
        { Asked, Resend, Asked },
        { Asked, Give, Given },
        { Asked, Revoke, Revoked },
        { Given, Accept, Accepted },
        { Given, Refuse, Refused },
        { Accepted, Refuse, Refused },
        { Refused, Accept, Accepted },
    };
}
