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

    public static readonly List<string> All =
        [.. General, Block, Asylum, Therapeutic, ParentAndChild, Lodgings];

    /// <summary>Those with a demo account, whose homes are written out; the others' follow from their placements.</summary>
    public static readonly IReadOnlyDictionary<string, string> Accounts = new Dictionary<string, string>
    {
        ["Harbour Steps Housing CIC"] = "provider@example.org",
        ["Lantern Row Ltd"] = "provider2@example.org",
        ["Copperleaf Living"] = "provider3@example.org",
    };

    private static readonly string[] Contacts =
    [
        "Alder Finch", "Bryony Wells", "Caspian Thorne", "Delphine Rook", "Edgar Sallow", "Flora Nettle", "Gideon Marsh",
        "Hester Vane", "Ivor Lark", "Juno Pike", "Kester Bray", "Linnet Shaw", "Merrin Dale", "Nico Tarn",
        "Oriel Heath", "Piers Wren", "Quilla Moss", "Rufus Teasel", "Selma Birch", "Tobin Crane", "Una Fell",
        "Verity Stoat", "Willa Reed", "Yorick Dean",
    ];

    public static readonly IReadOnlyList<(string Provider, string Email, string Contact)> WithoutAccount =
        [.. All.Where(p => !Accounts.ContainsKey(p)).Select((p, i) => (p, $"contact{i + 1}@example.org", Contacts[i]))];

    public static string EmailOf(string provider) =>
        Accounts.TryGetValue(provider, out var email) ? email : WithoutAccount.Single(p => p.Provider == provider).Email;

    public static string UrnOf(string provider) =>
        (FirstUrn + 20 + All.IndexOf(provider)).ToString(CultureInfo.InvariantCulture);
}
