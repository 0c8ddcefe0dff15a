using DpsPortal.Rules.Pricing;

namespace DpsPortal.Placements.Agreements;

/// <summary>A week's price in whole pence, in the four parts that the spend report shows.</summary>
/// <param name="OtherPence">Nights awake or asleep on the premises, and whatever else.</param>
internal sealed record WeeklyAmounts(
    long AccommodationPence, long CoreSupportPence, long AdditionalSupportPence, long OtherPence)
{
    public long TotalPence => AccommodationPence + CoreSupportPence + AdditionalSupportPence + OtherPence;

    public static WeeklyAmounts Of(WeeklyPrice price) => new(
        price.WeeklyPenceOf(PriceLineKind.Accommodation),
        price.WeeklyPenceOf(PriceLineKind.Core),
        price.WeeklyPenceOf(PriceLineKind.Additional),
        price.WeeklyPenceOf(PriceLineKind.WakingNight, PriceLineKind.SleepIn));
}
