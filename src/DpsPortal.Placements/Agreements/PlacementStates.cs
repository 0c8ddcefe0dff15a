using DpsPortal.Framework.Domain;
using static DpsPortal.Placements.Agreements.PlacementState;
using static DpsPortal.Placements.Agreements.PlacementTrigger;

namespace DpsPortal.Placements.Agreements;

internal static class PlacementStates
{
    public static readonly TransitionTable<PlacementState, PlacementTrigger> Transitions = new()
    {
        { Agreed,        ProposePrice,  PriceProposed },
        { Agreed,        Extend,        Agreed },
        { Agreed,        End,           Ended },
        { PriceProposed, ConfirmPrice,  Agreed },
        { PriceProposed, SendBackPrice, Agreed },
        { PriceProposed, Extend,        PriceProposed },
        { PriceProposed, End,           Ended },
        { Ended,         TakeBackEnd,   Agreed },
    };
}
