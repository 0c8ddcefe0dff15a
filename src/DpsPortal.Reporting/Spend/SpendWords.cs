namespace DpsPortal.Reporting.Spend;

/// <summary>Stored codes in the words of the report. A code it does not know yet is shown as it is.</summary>
internal static class SpendWords
{
    public static string Route(string code) => code switch
    {
        "Dps" => "DPS",
        "ClosedOrderedList" => "COL",
        "OpenSelectList" => "OSL",
        "InHouse" => "In-house",
        _ => code,
    };

    public static string AgeBand(string code) => code switch
    {
        "From16To17" => "16-17",
        "From18To20" => "18-20",
        "From21To25" => "21-25",
        _ => code,
    };

    /// <summary>The groups that finance reports by: coarser than the basis, which could tell who somebody is.</summary>
    public static string? LegalBasisGroup(string? code) => code switch
    {
        "Section20" or "HomelessSection20" => "S20",
        "Section31" or "Section38" => "Care order",
        "RelevantChild" => "Relevant",
        "FormerRelevantChild" => "Former relevant",
        "None" => null,
        _ => code,
    };

    public static string? Category(string? code) => code switch
    {
        "SelfContained" => "Self-contained",
        "SharedRingFenced" => "Shared ring-fenced",
        "SharedNotRingFenced" => "Shared not ring-fenced",
        "PrivateResidence" => "Private residence",
        _ => code,
    };
}
