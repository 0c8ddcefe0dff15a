using DpsPortal.Rules.Accommodation;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The homes that the past year's placements lie in: of that provider, with that outward code and category, and with a
/// place for each of those who lived there at a time.
/// </summary>
internal sealed class PastYearPremises
{
    /// <summary>One fewer than needs a licence as a house in multiple occupation.</summary>
    private const int MostPlaces = 4;

    private static readonly string[] Names =
    [
        "Alder", "Bracken", "Clover", "Dunlin", "Elder", "Fern", "Gorse", "Hazel", "Iris", "Juniper", "Kestrel", "Linden",
        "Mallow", "Nuthatch", "Oak", "Poplar", "Quince", "Redwing", "Sorrel", "Teasel", "Umber", "Vetch", "Willow", "Yarrow",
    ];

    private static readonly string[] Endings = ["House", "Court", "Lodge", "Row", "Place"];

    private readonly List<PastHome> _homes = [];

    public PastYearPremises(IEnumerable<PastPlacement> placements)
    {
        var made = 0;
        foreach (var home in placements.GroupBy(Key))
        {
            var left = MostAtATime([.. home]);
            var ids = new List<Guid>();
            for (var part = 0; left > 0; left -= MostPlaces, part++, made++)
            {
                var first = home.First();
                var name = $"{Names[made % Names.Length]} {Endings[made / Names.Length % Endings.Length]}";
                var id = OrganisationsSeeder.IdOf($"{home.Key} {part}");
                _homes.Add(new PastHome(id, home.Key, first.Provider, new DemoHome(
                    name, $"{3 + (made * 7 % 90)} {Names[(made + 5) % Names.Length]} Street", $"{first.Area.Code} 0ZZ",
                    AuthorityOf(first.Area), first.Home.Category, 120 + (made * 13 % 150),
                    [.. Enumerable.Range(1, Math.Min(left, MostPlaces)).Select(n => ($"Room {n}", 7.10m + (n * 0.65m)))])));
            }
        }
    }

    public ILookup<string, PastHome> ByProvider => _homes.ToLookup(h => h.Provider);

    public Guid HomeOf(PastPlacement placement)
    {
        var homes = _homes.Where(h => h.Key == Key(placement)).ToList();
        return homes[placement.StartsOn.DayNumber % homes.Count].Id;
    }

    private static string Key(PastPlacement p) => $"{p.Provider} {p.Area.Code} {p.Area.Miles} {p.Home.Category}";

    private static int MostAtATime(List<PastPlacement> placements) => placements.Max(
        one => placements.Count(p => p.StartsOn <= one.StartsOn && one.StartsOn < (p.Ending?.On ?? p.PlannedEndOn)));

    private static string AuthorityOf(PastArea area) => area.InArea ? PlacementsSeeder.Authority : area.Code switch
    {
        "N22" => "Kingsferry LBC",
        "E6" => "Thamesgate City",
        "RM9" => "Eastmarsh LBC",
        "W9" => "St Bride’s LBC",
        _ => "Marlshire CC",
    };
}

internal sealed record PastHome(Guid Id, string Key, string Provider, DemoHome Home)
{
    public OfstedCategory Category => Home.Category;
}
