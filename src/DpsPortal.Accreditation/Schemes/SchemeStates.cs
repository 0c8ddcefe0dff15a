using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// A scheme is written by one officer and published by another; from then on its lots and conditions stand. A scheme
/// that was set up outside the portal is published when it is recorded.
/// </summary>
internal static class SchemeStates
{
    public static readonly TransitionTable<SchemeState, SchemeTrigger> Transitions = new()
    {
        { SchemeState.Draft, SchemeTrigger.Edit, SchemeState.Draft },
        { SchemeState.Draft, SchemeTrigger.Publish, SchemeState.Published },
        { SchemeState.Published, SchemeTrigger.Close, SchemeState.Closed },
    };
}
