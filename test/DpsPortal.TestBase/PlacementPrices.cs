using DpsPortal.Placements.Agreements;

namespace DpsPortal.TestBase;

/// <summary>Both people of a price change at once, for tests about something else.</summary>
internal static class PlacementPrices
{
    public static readonly Guid Proposer = Guid.CreateVersion7();

    public static readonly Guid Confirmer = Guid.CreateVersion7();

    public static readonly DateTime Now = new(2026, 6, 1, 9, 0, 0, DateTimeKind.Utc);

    public static void SetPrice(this Placement placement, DateOnly from, WeeklyAmounts price, PriceChangeReason reason)
    {
        placement.ProposePrice(from, price, reason, Proposer, "Placements officer", Now);
        placement.ConfirmPrice(Confirmer, "Placements approver", Now);
    }
}
