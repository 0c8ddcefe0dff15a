using DpsPortal.Framework.Domain;
using static DpsPortal.Property.Premises.PremisesStanding;
using static DpsPortal.Property.Premises.StandingTrigger;

namespace DpsPortal.Property.Premises;

internal enum StandingTrigger
{
    Suspend,
    Restore,
}

internal static class PremisesStates
{
    /// <summary>Fired by dates and visits, never by a person's wish.</summary>
    public static readonly TransitionTable<PremisesStanding, StandingTrigger> Transitions = new()
    {
        { Usable,    Suspend, Suspended },
        { Suspended, Restore, Usable },
    };
}
