using DpsPortal.Placements.Agreements;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>A kind of home, with the range of its weekly price in whole pounds as paid in 2025-26.</summary>
/// <param name="Hours">Core support a week.</param>
/// <param name="OneToOneHours">Additional support a week.</param>
/// <param name="WakingNights">A week.</param>
internal sealed record HomeKind(
    string Lot, OfstedCategory Category, SupportLevel Support, int Lowest, int Highest, int Hours,
    int OneToOneHours = 0, int WakingNights = 0)
{
    private const long WakingNightPence = 160_00;

    /// <summary>A price within the range; accommodation is what the support leaves of it.</summary>
    /// <param name="hourlyPounds">19 to 26.</param>
    public WeeklyAmounts Price(double share, int hourlyPounds)
    {
        var total = (long)(Lowest + (share * (Highest - Lowest))) * 100;
        var core = Hours * hourlyPounds * 100L;
        var oneToOne = OneToOneHours * hourlyPounds * 100L;
        var nights = WakingNights * WakingNightPence;
        return new WeeklyAmounts(total - core - oneToOne - nights, core, oneToOne, nights);
    }
}

internal static class PastYearHomes
{
    private const string SelfContained = "Self-contained homes";
    private const string RingFenced = "Shared, ring-fenced homes";
    private const string Open = "Shared homes, not ring-fenced";
    private const string Private = "Supported lodgings";

    public static readonly HomeKind AsylumShared =
        new(Open, OfstedCategory.SharedNotRingFenced, SupportLevel.Medium, 450, 900, 5);

    public static readonly HomeKind Staffed =
        new(RingFenced, OfstedCategory.SharedRingFenced, SupportLevel.Medium, 950, 1650, 8);

    public static readonly HomeKind BlockHighSupport =
        new(RingFenced, OfstedCategory.SharedRingFenced, SupportLevel.High, 1400, 1650, 10, 12);

    public static readonly HomeKind Therapeutic =
        new(RingFenced, OfstedCategory.SharedRingFenced, SupportLevel.High, 1800, 3400, 10, 20);

    public static readonly HomeKind Solo =
        new(SelfContained, OfstedCategory.SelfContained, SupportLevel.Intensive, 3500, 6800, 10, 50, 7);

    public static readonly HomeKind ParentAndChild =
        new(SelfContained, OfstedCategory.SelfContained, SupportLevel.High, 1600, 3000, 15, 10);

    public static readonly HomeKind Floating =
        new(SelfContained, OfstedCategory.SelfContained, SupportLevel.Low, 120, 250, 4);

    public static readonly HomeKind Shared =
        new(Open, OfstedCategory.SharedNotRingFenced, SupportLevel.Low, 250, 450, 3);

    public static readonly HomeKind Standalone =
        new(SelfContained, OfstedCategory.SelfContained, SupportLevel.Medium, 400, 750, 7);

    public static readonly HomeKind Lodgings =
        new(Private, OfstedCategory.PrivateResidence, SupportLevel.Low, 350, 650, 3);
}
