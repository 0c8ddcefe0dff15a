namespace DpsPortal.Property.Visits;

/// <summary>What a visitor found on one question. Holds no young person's name: the note is about the home.</summary>
internal sealed class VisitAnswer
{
    public required Guid Id { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The bedroom, for a question asked per bedroom.</summary>
    public Guid? PlaceId { get; init; }

    public required VisitItemResult Result { get; set; }

    public string? Note { get; set; }

    /// <summary>Square metres, two decimals.</summary>
    public decimal? MeasuredArea { get; set; }

    /// <summary>Documents of the visiting authority; their metadata is taken out on arrival.</summary>
    public IReadOnlyList<Guid> PhotoIds { get; set; } = [];

    /// <summary>What has to change is said. Until then the answer is kept, but the visit cannot be completed.</summary>
    public bool HasItsNote => Result is not (VisitItemResult.Advisory or VisitItemResult.Fail) || Note is not null;
}
