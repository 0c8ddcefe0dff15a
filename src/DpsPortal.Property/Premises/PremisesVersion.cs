using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Premises;

/// <summary>
/// What one save of a home said of it, as far as an award rests on it: written once with that save, so that bids are
/// compared with the home as it was at their deadline (equal treatment). It never holds where the home is.
/// </summary>
internal sealed class PremisesVersion
{
    private readonly List<PlaceThen> _places = [];
    private readonly List<Certificate> _certificates = [];

    public PremisesVersion(Premises home)
    {
        (PremisesId, ProviderId, SavedAt) = (home.Id, home.ProviderId, home.SavedAt);
        (OutwardCode, Category) = (home.OutwardCode, home.Category);
        (OnOfstedList, HasGas) = (home.OnOfstedList, home.HasGas);
        _places.AddRange(home.Places.Select(p => new PlaceThen
        {
            PlaceId = p.Id,
            Name = p.Name,
            BedroomArea = p.BedroomArea,
            MaxOccupants = p.MaxOccupants,
        }));
        _certificates.AddRange(home.Certificates.Select(c => new Certificate
        {
            Kind = c.Kind,
            IssuedOn = c.IssuedOn,
            ExpiresOn = c.ExpiresOn,
        }));
    }

    /// <summary>For the object mapper only.</summary>
    private PremisesVersion()
    {
    }

    /// <summary>Given by the database, ever greater.</summary>
    public long Id { get; private set; }

    public Guid PremisesId { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    public string OutwardCode { get; private set; } = "";

    public OfstedCategory Category { get; private set; }

    public bool OnOfstedList { get; private set; }

    public bool HasGas { get; private set; }

    public IReadOnlyList<PlaceThen> Places => _places;

    /// <summary>Without their documents: these are shown by grants of their own.</summary>
    public IReadOnlyList<Certificate> Certificates => _certificates;

    public Papers ToPapers() =>
        new(HasGas, Papers.AreLicensable(Category, Places.Sum(p => p.MaxOccupants)), Certificates);
}

/// <summary>A place as it was said to be with one save.</summary>
internal sealed class PlaceThen
{
    public required Guid PlaceId { get; init; }

    public required string Name { get; init; }

    /// <summary>Square metres, two decimals.</summary>
    public required decimal BedroomArea { get; init; }

    public required int MaxOccupants { get; init; }
}
