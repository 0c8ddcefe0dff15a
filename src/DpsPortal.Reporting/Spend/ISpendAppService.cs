namespace DpsPortal.Reporting.Spend;

/// <summary>The spend of the caller's authority. Shapes of the report and the run-rate are fixed contracts.</summary>
public interface ISpendAppService
{
    /// <summary>The spend report for a period, both days inclusive. Making one is remembered in the audit trail.</summary>
    /// <param name="format"><c>csv</c>, <c>xlsx</c> or <c>json</c>.</param>
    /// <exception cref="Rules.RuleViolationException">The first day is after the last.</exception>
    Task<SpendExport> ExportAsync(DateOnly from, DateOnly to, string format, CancellationToken ct);

    Task<RunRateDto> GetRunRateAsync(DateOnly on, CancellationToken ct);

    /// <summary>What the spend page shows for a period, both days inclusive.</summary>
    Task<SpendSummaryDto> GetSummaryAsync(DateOnly from, DateOnly to, CancellationToken ct);
}

/// <param name="Content">At its beginning; whoever sends it closes it.</param>
/// <param name="FileName">Null for what is not meant to be kept as a file.</param>
public sealed record SpendExport(Stream Content, string ContentType, string? FileName);

/// <param name="Placements">Placements charged for that night.</param>
/// <param name="WeeklyPence">Sum of their weekly totals, whole pence.</param>
public sealed record RunRateDto(DateOnly On, int Placements, long WeeklyPence);

public sealed record SpendSummaryDto
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The report's <c>period_cost</c> and <c>one_off</c>, all rows.</summary>
    public required long TotalPence { get; init; }

    /// <summary>Of that, the report's <c>one_off</c>; the rest is <c>period_cost</c>.</summary>
    public required long SetUpPence { get; init; }

    public required int Placements { get; init; }
    public required int Providers { get; init; }
    public required long AverageWeeklyPence { get; init; }

    /// <summary>Share of placements bought through a scheme, per cent, one decimal.</summary>
    public required decimal ThroughSchemePercent { get; init; }

    public required RunRateDto RunRate { get; init; }

    /// <summary>One for each calendar month touched, oldest first; costs by lot.</summary>
    public required IReadOnlyList<SpendMonthDto> Months { get; init; }

    public required IReadOnlyList<SpendShareDto> Lots { get; init; }
    public required IReadOnlyList<SpendShareDto> TopProviders { get; init; }
    public required IReadOnlyList<SpendShareDto> Areas { get; init; }
    public required IReadOnlyList<SpendShareDto> Routes { get; init; }
    public required IReadOnlyList<SpendShareDto> AgeBands { get; init; }
}

/// <param name="Month">Its first day.</param>
public sealed record SpendMonthDto(DateOnly Month, long TotalPence, IReadOnlyList<SpendShareDto> Lots);

/// <param name="Nights">Nights charged.</param>
public sealed record SpendShareDto(string Name, long Pence, int Placements, int Nights);
