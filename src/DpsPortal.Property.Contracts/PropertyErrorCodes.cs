namespace DpsPortal.Property;

public static class PropertyErrorCodes
{
    public const string VisitInThePast = "Property:VisitInThePast";
    public const string VisitAlreadyBooked = "Property:VisitAlreadyBooked";
    public const string VisitIncomplete = "Property:VisitIncomplete";
    public const string VisitNotYetDue = "Property:VisitNotYetDue";
    public const string NoteNeeded = "Property:NoteNeeded";
    public const string StaleAnswers = "Property:StaleAnswers";
    public const string PlaceAlreadyPromised = "Property:PlaceAlreadyPromised";
    public const string PlacePromisedNext = "Property:PlacePromisedNext";
}
