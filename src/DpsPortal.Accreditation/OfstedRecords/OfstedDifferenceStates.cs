using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>A difference is an officer's to settle, unless a later register agrees by itself.</summary>
internal static class OfstedDifferenceStates
{
    public static readonly TransitionTable<OfstedDifferenceState, OfstedDifferenceTrigger> Transitions = new()
    {
        { OfstedDifferenceState.Open, OfstedDifferenceTrigger.Resolve, OfstedDifferenceState.Resolved },
        { OfstedDifferenceState.Open, OfstedDifferenceTrigger.Agree, OfstedDifferenceState.Resolved },
    };
}
