namespace DpsPortal.Placements;

public static class PlacementsErrorCodes
{
    public const string EndTooLate = "Placements:EndTooLate";
    public const string ExtensionTooLong = "Placements:ExtensionTooLong";
    public const string OwnExtension = "Placements:OwnExtension";
    public const string NotLonger = "Placements:NotLonger";
    public const string EndBeforeStart = "Placements:EndBeforeStart";
    public const string PriceBeforeStart = "Placements:PriceBeforeStart";
    public const string PriceAfterEnd = "Placements:PriceAfterEnd";
    public const string PriceDateTaken = "Placements:PriceDateTaken";
    public const string OwnPrice = "Placements:OwnPrice";
    public const string NotSixteenOrSeventeen = "Placements:NotSixteenOrSeventeen";
}
