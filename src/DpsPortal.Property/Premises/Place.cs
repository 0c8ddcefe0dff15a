using DpsPortal.Rules.Standards;

namespace DpsPortal.Property.Premises;

/// <summary>A bedroom that somebody can be placed in.</summary>
internal sealed class Place
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Square metres, two decimals, measured where the ceiling is at least 1.5 m high.</summary>
    public required decimal BedroomArea { get; set; }

    /// <summary>One or two.</summary>
    public required int MaxOccupants { get; set; }

    /// <summary>Instant, UTC, from which it has been as it is: added, or given another size or number of people.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Square metres, as the last visit that measured it found; null before the first.</summary>
    public decimal? MeasuredArea { get; set; }

    /// <summary>By what its provider says and by what was measured, whichever is less (domain fact 25).</summary>
    public bool BedroomLargeEnough => Rules.Standards.BedroomArea.Check(
        Math.Min(BedroomArea, MeasuredArea ?? BedroomArea), MaxOccupants) == BedroomAreaFinding.Passes;
}
