using DpsPortal.Property.Visits;

namespace DpsPortal.Property.Tests.Visits;

internal static class VisitsUnderTest
{
    public static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    public static VisitBedroom Bedroom(string name, int occupants = 1) =>
        new() { PlaceId = Guid.NewGuid(), Name = name, MaxOccupants = occupants };

    public static Visit Booked(DateTime? at = null, VisitNotice notice = VisitNotice.Announced) => new(
        Guid.NewGuid(),
        new VisitBooking(
            Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, at ?? Now.AddHours(2), VisitMode.InPerson, notice,
            Guid.NewGuid()),
        [], licensable: false, Now);

    public static Visit Begun(params VisitBedroom[] bedrooms)
    {
        var visit = Booked();
        visit.Start(bedrooms, licensable: false, "1 Example Road, London, HA9 9ZZ", Now);
        return visit;
    }

    public static VisitAnswerDto Pass(string itemId) => new() { ItemId = itemId, Result = VisitItemResult.Pass };

    public static VisitAnswerDto Fault(string itemId) =>
        new() { ItemId = itemId, Result = VisitItemResult.Fail, Note = "To be put right." };

    public static VisitAnswerDto Area(VisitBedroom bedroom, decimal? area) => new()
    {
        ItemId = "bedroom-area",
        PlaceId = bedroom.PlaceId,
        Result = VisitItemResult.Pass,
        MeasuredArea = area,
    };

    public static IReadOnlyList<VisitAnswerDto> AllPass(Visit visit) =>
    [
        .. visit.Items.Select(item => new VisitAnswerDto
        {
            ItemId = item.Item.Id,
            PlaceId = item.Bedroom?.PlaceId,
            Result = VisitItemResult.Pass,
            MeasuredArea = item.Item.MeasuresArea ? 12m : null,
        }),
    ];
}
