using DpsPortal.Rules;

namespace DpsPortal.Reporting.Spend;

/// <summary>
/// Adds up what the spend page shows. Costs are the report's <c>period_cost</c> and <c>one_off</c> together, cut by
/// month with the same slices: the months add up to the total, to the penny.
/// </summary>
internal sealed class SpendSummary
{
    private const int MostMonths = 120;
    private const int TopProviders = 5;
    private const string NoLot = "No lot";

    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly List<(SpendRow Row, DateOnly Month)> _rows = [];
    private readonly List<SpendRow> _lastNight = [];
    private readonly List<SpendPlacement> _placements = [];

    /// <exception cref="RuleViolationException">More than 120 months.</exception>
    public SpendSummary(DateOnly from, DateOnly to)
    {
        (_from, _to) = (from, to);
        if (((to.Year - from.Year) * 12) + to.Month - from.Month >= MostMonths)
        {
            throw new RuleViolationException(
                ReportingErrorCodes.PeriodTooLong, "Give a period of at most 120 months.", "to");
        }
    }

    public void Add(SpendPlacement placement)
    {
        var before = _rows.Count;
        foreach (var month in Months())
        {
            var last = LastOf(month);
            _rows.AddRange(SpendRow.Of(placement, Later(_from, month), Earlier(_to, last)).Select(r => (r, month)));
        }

        _lastNight.AddRange(SpendRow.Of(placement, _to, _to));
        if (_rows.Count > before)
        {
            _placements.Add(placement);
        }
    }

    public SpendSummaryDto ToDto()
    {
        var rows = _rows.Select(r => r.Row).ToList();
        var providers = SharesOf(rows, r => r.Placement.Provider);
        return new SpendSummaryDto
        {
            From = _from,
            To = _to,
            TotalPence = rows.Sum(PenceOf),
            SetUpPence = rows.Sum(r => r.OneOffPence),
            Placements = _placements.Count,
            Providers = providers.Count,
            AverageWeeklyPence = AverageWeekly(rows),
            ThroughSchemePercent = ThroughScheme(),
            RunRate = new RunRateDto(_to, _lastNight.Count, _lastNight.Sum(r => r.Price.TotalPence)),
            Months =
            [
                .. Months().Select(month => MonthOf(month, [.. _rows.Where(r => r.Month == month).Select(r => r.Row)])),
            ],
            Lots = SharesOf(rows, LotOf),
            TopProviders = [.. providers.Take(TopProviders)],
            Areas = SharesOf(rows, r => r.Placement.PremisesArea),
            Routes = SharesOf(rows, r => SpendWords.Route(r.Placement.Route)),
            AgeBands = SharesOf(rows, r => SpendWords.AgeBand(r.Price.AgeBand)),
        };
    }

    /// <summary>What the nights cost, to a week of seven; without set-up.</summary>
    private static long AverageWeekly(List<SpendRow> rows)
    {
        var nights = rows.Sum(r => r.Nights);
        var pence = rows.Sum(r => r.PeriodPence);
        return nights == 0 ? 0 : ((2 * pence * 7) + nights) / (2L * nights);
    }

    private decimal ThroughScheme() => _placements.Count == 0
        ? 0
        : Math.Round(
            100m * _placements.Count(p => p.Route == "Dps") / _placements.Count, 1, MidpointRounding.AwayFromZero);

    private static SpendMonthDto MonthOf(DateOnly month, List<SpendRow> rows) =>
        new(month, rows.Sum(PenceOf), SharesOf(rows, LotOf));

    /// <summary>Largest first.</summary>
    private static List<SpendShareDto> SharesOf(List<SpendRow> rows, Func<SpendRow, string> by) =>
    [
        .. rows.GroupBy(by)
            .Select(g => new SpendShareDto(
                g.Key,
                g.Sum(PenceOf),
                g.Select(r => r.Placement.Reference).Distinct().Count(),
                g.Sum(r => r.Nights)))
            .OrderByDescending(s => s.Pence).ThenBy(s => s.Name, StringComparer.Ordinal),
    ];

    private static long PenceOf(SpendRow row) => row.PeriodPence + row.OneOffPence;

    private static string LotOf(SpendRow row) => row.Placement.Lot ?? NoLot;

    private IEnumerable<DateOnly> Months()
    {
        var last = new DateOnly(_to.Year, _to.Month, 1);
        for (var month = new DateOnly(_from.Year, _from.Month, 1); ; month = month.AddMonths(1))
        {
            yield return month;
            if (month == last)
            {
                yield break;
            }
        }
    }

    private static DateOnly LastOf(DateOnly month) =>
        new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
