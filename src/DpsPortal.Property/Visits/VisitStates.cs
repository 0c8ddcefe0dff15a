using DpsPortal.Framework.Domain;
using static DpsPortal.Property.Visits.VisitState;
using static DpsPortal.Property.Visits.VisitTrigger;

namespace DpsPortal.Property.Visits;

internal static class VisitStates
{
    /// <summary>The first saved answer starts a visit.</summary>
    public static readonly TransitionTable<VisitState, VisitTrigger> Transitions = new()
    {
        { Booked,     Start,    InProgress },
        { Booked,     Cancel,   Cancelled },
        { InProgress, Complete, Completed },
        { InProgress, Cancel,   Cancelled },
    };
}
