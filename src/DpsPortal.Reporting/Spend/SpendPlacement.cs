namespace DpsPortal.Reporting.Spend;

/// <summary>A placement as the views of schema <c>reporting</c> give it: what the report may know, and no more.</summary>
internal sealed record SpendPlacement
{
    public required string Reference { get; init; }
    public required string Authority { get; init; }
    public required string? Scheme { get; init; }
    public required string? Lot { get; init; }
    public required string Route { get; init; }
    public required string Provider { get; init; }
    public required string? Urn { get; init; }
    public required string PremisesArea { get; init; }
    public required bool? UnaccompaniedAsylumSeeking { get; init; }
    public required string? LegalBasis { get; init; }
    public required string? Category { get; init; }

    /// <summary>First night.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The day of leaving, real or else planned; that night is not charged.</summary>
    public required DateOnly EndsOn { get; init; }

    public required long SetUpPence { get; init; }
    public required bool? InArea { get; init; }
    public required decimal? DistanceMiles { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SpendPrice> Prices { get; init; }
}

/// <summary>A weekly price in pence from a day on, in the four parts of the report.</summary>
/// <param name="Variation">True for a change of the price first agreed.</param>
internal sealed record SpendPrice(
    DateOnly From, long AccommodationPence, long CoreSupportPence, long AdditionalSupportPence, long OtherPence,
    string AgeBand, bool Variation)
{
    public long TotalPence => AccommodationPence + CoreSupportPence + AdditionalSupportPence + OtherPence;
}
