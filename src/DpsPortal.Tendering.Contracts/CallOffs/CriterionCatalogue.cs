namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// What bids may be judged by besides the price, by id and name. A list and not free text: a criterion is read by every
/// member of the lot and stands in every letter, so that nothing about the young person may slip into it.
/// Source: domain §4.3 (no free text yet), §4.4 (method statements).
/// </summary>
public static class CriterionCatalogue
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["match"] = "How well the home fits",
        ["staffing"] = "Staff and rota",
        ["safety"] = "Safety and risk plan",
        ["education"] = "College and work",
        ["identity"] = "Culture and identity",
        ["health"] = "Health and wellbeing",
        ["community"] = "Community and neighbours",
        ["move-in"] = "Moving in",
        ["move-on"] = "Moving on and independence",
    };
}
