using System.Globalization;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>Who houses the young people of the demo year; plainly fictional.</summary>
internal static class PastYearProviders
{
    public const string Block = "First Key Homes Trust";
    public const string Asylum = "Northstar Pathways";
    public const string Therapeutic = "Wren Hollow Therapeutic";
    public const string ParentAndChild = "Saffron House Parents & Babies";
    public const string Lodgings = "Juniper Lodge Lodgings";

    private const int FirstUrn = 9000001;

    /// <summary>Those who take anybody; the earlier ones more often.</summary>
    public static readonly IReadOnlyList<string> General =
    [
        "Lantern Row Ltd", "Copperleaf Living", "Rowan Gate Supported Housing", "Bridgeway 16+ Ltd",
        "Keystone Move-On", "New Quay Youth Support", "Harbour Steps Housing CIC", "Marigold Steps Ltd",
        "Paper Boat Housing CIC", "Quince Tree Support", "Willowmere Youth Homes", "Halfmoon Supported Living",
        "Sparrow Lane Support", "Thistledown Rooms 16+", "Longstride Move-On", "Ferry Lantern Homes",
        "Cinderhill Pathways", "Larkfield Doorways", "Nettlebank Trust", "Amberway Youth Support",
        "Stonecrop Living", "Bluegate Keys CIC",
    ];

    public static readonly IReadOnlyList<string> All =
        [.. General, Block, Asylum, Therapeutic, ParentAndChild, Lodgings];

    public static string UrnOf(string provider) =>
        (FirstUrn + 20 + All.ToList().IndexOf(provider)).ToString(CultureInfo.InvariantCulture);
}
