using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.References.ReferenceState;
using static DpsPortal.Accreditation.References.ReferenceTrigger;

namespace DpsPortal.Accreditation.References;

/// <summary>A reference is given once. A link that has run out is sent again, or the request is withdrawn.</summary>
internal static class ReferenceStates
{
    public static readonly TransitionTable<ReferenceState, ReferenceTrigger> Transitions = new()
    {
        { Asked, Resend, Asked },
        { Asked, Give, Given },
        { Asked, Revoke, Revoked },
    };
}
