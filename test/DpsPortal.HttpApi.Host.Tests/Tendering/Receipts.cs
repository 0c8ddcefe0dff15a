using DpsPortal.Tendering.Bids;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

internal static class Receipts
{
    /// <summary>What the portal still knows of it once the bid is sealed.</summary>
    public static BidReceiptDto AsKept(this BidReceiptDto receipt) =>
        receipt with { Salt = null, Text = null, TotalWeeklyPence = null };
}
