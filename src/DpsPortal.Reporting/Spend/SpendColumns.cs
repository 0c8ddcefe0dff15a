using DpsPortal.Framework.Spreadsheets;
using static DpsPortal.Framework.Spreadsheets.SpreadsheetCell;

namespace DpsPortal.Reporting.Spend;

/// <summary>
/// The columns of the spend report, a fixed contract: name and order. One table for all formats; new columns are
/// added at the end.
/// </summary>
internal static class SpendColumns
{
    public static readonly IReadOnlyList<SpendColumn> All =
    [
        new("authority", 24, r => Text(r.Placement.Authority)),
        new("scheme", 28, r => Text(r.Placement.Scheme)),
        new("lot", 26, r => Text(r.Placement.Lot)),
        new("route", 10, r => Text(SpendWords.Route(r.Placement.Route))),
        new("provider", 32, r => Text(r.Placement.Provider)),
        new("urn", 10, r => Text(r.Placement.Urn)),
        new("premises_area", 15, r => Text(r.Placement.PremisesArea)),
        new("placement_ref", 15, r => Text(r.Placement.Reference)),
        new("age_band", 10, r => Text(SpendWords.AgeBand(r.Price.AgeBand))),
        new("uasc", 8, r => Truth(r.Placement.UnaccompaniedAsylumSeeking)),
        new("legal_basis_group", 18, r => Text(SpendWords.LegalBasisGroup(r.Placement.LegalBasis))),
        new("category", 24, r => Text(SpendWords.Category(r.Placement.Category))),
        new("period_start", 12, r => Date(r.PeriodStart)),
        new("period_end", 12, r => Date(r.PeriodEnd)),
        new("nights", 8, r => WholeNumber(r.Nights)),
        new("weekly_accommodation", 16, r => Money(r.Price.AccommodationPence)),
        new("weekly_core_support", 14, r => Money(r.Price.CoreSupportPence)),
        new("weekly_additional_support", 18, r => Money(r.Price.AdditionalSupportPence)),
        new("weekly_other", 12, r => Money(r.Price.OtherPence)),
        new("weekly_total", 12, r => Money(r.Price.TotalPence)),
        new("one_off", 11, r => Money(r.OneOffPence)),
        new("period_cost", 13, r => Money(r.PeriodPence)),
        new("cumulative_cost", 14, r => Money(r.CumulativePence)),
        new("committed_to_planned_end", 17, r => Money(r.CommittedPence)),
        new("cost_centre", 12, _ => Empty),
        new("gl_code", 10, _ => Empty),
        new("funding_source", 14, _ => Empty),
        new("variation", 10, r => Truth(r.Price.Variation)),
        new("in_area", 9, r => Truth(r.Placement.InArea)),
        new("distance_miles", 14, r => Measure(r.Placement.DistanceMiles)),
        new("over_20_miles", 14, r => Truth(r.Over20Miles)),
    ];

    public static IReadOnlyList<SpreadsheetCell> CellsOf(SpendRow row) => [.. All.Select(c => c.Cell(row))];
}

/// <param name="Width">On a sheet, in characters.</param>
internal sealed record SpendColumn(string Name, double Width, Func<SpendRow, SpreadsheetCell> Cell);
