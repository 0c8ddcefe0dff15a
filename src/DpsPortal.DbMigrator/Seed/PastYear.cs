using DpsPortal.Placements.Agreements;
using DpsPortal.Tendering.Referrals;
using static DpsPortal.DbMigrator.Seed.PastYearHomes;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>What the year holds, before it is put through the module's own aggregates.</summary>
internal sealed record PastPlacement
{
    public required string Reference { get; init; }
    public required string Provider { get; init; }
    public required PlacementRoute Route { get; init; }
    public required HomeKind Home { get; init; }
    public required PastArea Area { get; init; }
    public required AgeBand AgeBand { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required bool Asylum { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly PlannedEndOn { get; init; }
    public required WeeklyAmounts Price { get; init; }
    public required long SetUpPence { get; init; }
    public PastChange? Change { get; init; }
    public PastEnding? Ending { get; init; }
}

/// <param name="Code">A real outward code, without the inward half.</param>
internal sealed record PastArea(string Code, bool InArea, decimal Miles);

internal sealed record PastChange(DateOnly From, WeeklyAmounts Price, PriceChangeReason Reason);

internal sealed record PastEnding(DateOnly On, EndReason Reason, bool AsPlanned);

/// <summary>The same placements for the same day, whoever asks.</summary>
internal sealed class PastYear(DateOnly today)
{
    public const string Scheme = "Thames & Fen 16+ supported accommodation DPS";
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Ended = 128;

    private static readonly PastArea[] Areas =
    [
        new("HA9", true, 1.10m), new("HA0", true, 2.40m), new("NW10", true, 2.90m), new("NW2", true, 3.60m),
        new("HA3", true, 2.20m), new("NW9", true, 2.70m), new("NW6", true, 4.10m), new("W9", false, 5.20m),
        new("HA9", true, 1.70m), new("NW10", true, 3.30m), new("N22", false, 8.40m), new("E6", false, 15.80m),
        new("RM9", false, 19.60m), new("HA0", true, 2.00m), new("LU1", false, 24.70m), new("NW9", true, 3.10m),
    ];

    /// <summary>Seeded: not chance, only variety.</summary>
    private readonly Random _variety = new(183);

    private int _made;

    /// <summary>Longer ago nobody was placed: every provider was accredited by then.</summary>
    private const int EarliestStart = 430;

    public IEnumerable<PastPlacement> Placements() => Live().Concat(Past());

    private IEnumerable<PastPlacement> Live()
    {
        foreach (var (kind, band, count) in LiveHomes())
        {
            for (var i = 0; i < count; i++)
            {
                yield return Live(kind, band);
            }
        }
    }

    /// <summary>42 aged 16-17 and 141 from 18; 20 of them in the block, 5 of those with high support.</summary>
    private static (HomeKind Kind, AgeBand Band, int Count)[] LiveHomes() =>
    [
        (BlockHighSupport, AgeBand.From16To17, 5),
        (Staffed, AgeBand.From16To17, 12),
        (AsylumShared, AgeBand.From16To17, 17),
        (Therapeutic, AgeBand.From16To17, 3),
        (Solo, AgeBand.From16To17, 3),
        (ParentAndChild, AgeBand.From16To17, 2),
        (Shared, AgeBand.From18To20, 58),
        (Shared, AgeBand.From21To25, 12),
        (Floating, AgeBand.From18To20, 14),
        (Floating, AgeBand.From21To25, 6),
        (Standalone, AgeBand.From18To20, 33),
        (Standalone, AgeBand.From21To25, 8),
        (Lodgings, AgeBand.From18To20, 10),
    ];

    private PastPlacement Live(HomeKind kind, AgeBand band)
    {
        var start = today.AddDays(-_variety.Next(3, band == AgeBand.From16To17 ? 410 : EarliestStart));
        var left = _variety.Next(30, 330);
        var made = Make(kind, band, start, plannedEnd: today.AddDays(left));
        return made with { Change = ChangeOf(made) };
    }

    private IEnumerable<PastPlacement> Past()
    {
        HomeKind[] kinds = [Shared, Staffed, Standalone, AsylumShared, Shared, Floating, Shared, Lodgings];
        EndReason[] reasons =
        [
            EndReason.OwnTenancy, EndReason.CarePlan, EndReason.Family, EndReason.OwnTenancy,
            EndReason.AuthorityAsked, EndReason.ProviderRequest, EndReason.YoungPersonAsked, EndReason.Other,
        ];
        for (var i = 0; i < Ended; i++)
        {
            var kind = kinds[i % kinds.Length];
            var band = kind == Staffed || kind == AsylumShared ? AgeBand.From16To17 : AgeBand.From18To20;
            var end = today.AddDays(-_variety.Next(2, 364));
            var start = Later(end.AddDays(-_variety.Next(20, 300)), today.AddDays(-EarliestStart));
            var asPlanned = i % 3 != 0;
            var made = Make(kind, band, start, plannedEnd: asPlanned ? end : end.AddDays(_variety.Next(7, 120)));
            yield return made with { Ending = new PastEnding(end, reasons[i % reasons.Length], asPlanned) };
        }
    }

    private PastPlacement Make(HomeKind kind, AgeBand band, DateOnly start, DateOnly plannedEnd)
    {
        var n = _made++;
        var isChild = band == AgeBand.From16To17;
        var asylum = kind == AsylumShared || (!isChild && n % 5 < 2);
        var route = RouteOf(kind, n);
        var provider = route == PlacementRoute.Block ? PastYearProviders.Block : ProviderOf(kind, n);
        return new PastPlacement
        {
            Reference = Reference(),
            Provider = provider,
            Route = route,
            Home = kind,
            Area = AreaOf(provider, kind, n),
            AgeBand = band,
            LegalBasis = isChild ? ChildBasis(kind, n) : LegalBasis.FormerRelevantChild,
            Asylum = asylum,
            StartsOn = start,
            PlannedEndOn = plannedEnd,
            Price = kind.Price(_variety.NextDouble(), 19 + (n % 8)),
            SetUpPence = n % 4 == 0 ? 150_00 + (n % 8 * 50_00) : 0,
        };
    }

    /// <summary>Each provider has its homes of a kind in one area or two.</summary>
    private static PastArea AreaOf(string provider, HomeKind kind, int n)
    {
        var first = (PastYearProviders.All.IndexOf(provider) * 3) + ((int)kind.Category * 5);
        return Areas[(first + (n % 4 == 0 ? 7 : 0)) % Areas.Length];
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The block first: 5 with high support, 15 without. Of the 163 after them 13 are bought on the spot.</summary>
    private static PlacementRoute RouteOf(HomeKind kind, int n) => (kind, n) switch
    {
        _ when kind == BlockHighSupport => PlacementRoute.Block,
        _ when kind == Staffed && n is >= 5 and < 8 => PlacementRoute.Block,
        _ when kind == Shared && n is >= 42 and < 54 => PlacementRoute.Block,
        _ when n is >= 60 and < 179 && n % 9 == 0 => PlacementRoute.Spot,
        _ => PlacementRoute.Dps,
    };

    private static LegalBasis ChildBasis(HomeKind kind, int n) => kind == AsylumShared
        ? LegalBasis.Section20
        : (n % 4) switch
        {
            0 => LegalBasis.Section31,
            1 => LegalBasis.Section20,
            2 => LegalBasis.HomelessSection20,
            _ => LegalBasis.Section20,
        };

    /// <summary>Every general provider in turn, and between the turns the first few again.</summary>
    private static string ProviderOf(HomeKind kind, int n) => kind switch
    {
        _ when kind == Therapeutic => PastYearProviders.Therapeutic,
        _ when kind == ParentAndChild => PastYearProviders.ParentAndChild,
        _ when kind == Lodgings => PastYearProviders.Lodgings,
        _ when kind == AsylumShared && n % 3 != 0 => PastYearProviders.Asylum,
        _ => PastYearProviders.General[n % 2 == 0 ? n / 2 % PastYearProviders.General.Count : n / 2 % 6],
    };

    /// <summary>Support goes down or up at a review, or the price with the year.</summary>
    private PastChange? ChangeOf(PastPlacement made)
    {
        var age = today.DayNumber - made.StartsOn.DayNumber;
        if (_made % 4 != 0 || age < 90)
        {
            return null;
        }

        var (price, from) = (made.Price, made.StartsOn.AddDays(84));
        return (_made % 3) switch
        {
            0 => new PastChange(
                from,
                price with { CoreSupportPence = price.CoreSupportPence / 2 },
                PriceChangeReason.SupportReduced),
            1 => new PastChange(
                from,
                price with { AdditionalSupportPence = price.AdditionalSupportPence + 122_50 },
                PriceChangeReason.SupportIncreased),
            _ => new PastChange(
                from,
                price with { AccommodationPence = price.AccommodationPence + (price.AccommodationPence / 50) },
                PriceChangeReason.AnnualUplift),
        };
    }

    private string Reference() => $"P-{Letters()}-{Letters()}";

    private string Letters() => string.Create(4, _variety, (letters, variety) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = Alphabet[variety.Next(Alphabet.Length)];
        }
    });
}
