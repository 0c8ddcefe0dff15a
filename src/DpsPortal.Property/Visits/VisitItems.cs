namespace DpsPortal.Property.Visits;

/// <summary>A bedroom as it was when the visit was booked or begun; later changes do not touch it.</summary>
internal sealed class VisitBedroom
{
    public required Guid PlaceId { get; init; }

    public required string Name { get; init; }

    public required int MaxOccupants { get; init; }
}

/// <summary>One question of one visit: an item, for one bedroom where asked per bedroom.</summary>
internal sealed record VisitItem(
    string SectionId, ChecklistItem Item, Criticality Criticality, VisitBedroom? Bedroom)
{
    /// <summary>As said in lists of faults: with the bedroom's name.</summary>
    public string Title => Bedroom is null ? Item.Question : $"{Item.Question} ({Bedroom.Name})";

    public bool IsAnsweredBy(VisitAnswer answer) =>
        answer.ItemId == Item.Id && answer.PlaceId == Bedroom?.PlaceId;

    /// <summary>All questions of a home, in the order they are asked; bedroom by bedroom where so.</summary>
    public static IReadOnlyList<VisitItem> Of(IReadOnlyList<VisitBedroom> bedrooms, bool licensable) =>
    [
        .. Checklist.Sections.SelectMany(section => section.Items
            .Where(item => !item.PerBedroom)
            .Select(item => new VisitItem(section.Id, item, CriticalityOf(item, licensable), null))
            .Concat(bedrooms.SelectMany(bedroom => section.Items
                .Where(item => item.PerBedroom)
                .Select(item => new VisitItem(section.Id, item, CriticalityOf(item, licensable), bedroom))))),
    ];

    private static Criticality CriticalityOf(ChecklistItem item, bool licensable) =>
        item.CriticalIfLicensable && licensable ? Criticality.Critical : item.Criticality;
}
