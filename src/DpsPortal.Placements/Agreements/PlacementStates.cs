using DpsPortal.Framework.Domain;
using static DpsPortal.Placements.Agreements.PlacementState;
using static DpsPortal.Placements.Agreements.PlacementTrigger;

namespace DpsPortal.Placements.Agreements;

internal static class PlacementStates
{
    public static readonly TransitionTable<PlacementState, PlacementTrigger> Transitions = new()
    {
        { Agreed,            ProposePrice,      PriceProposed },
        { Agreed,            ProposeExtension,  ExtensionProposed },
        { Agreed,            End,               Ended },
        { PriceProposed,     ConfirmPrice,      Agreed },
        { PriceProposed,     SendBackPrice,     Agreed },
        { PriceProposed,     End,               Ended },
        { ExtensionProposed, ConfirmExtension,  Agreed },
        { ExtensionProposed, SendBackExtension, Agreed },
        { ExtensionProposed, End,               Ended },
        { Ended,             TakeBackEnd,       Agreed },
    };
}
