namespace DpsPortal.Rules.Scoring;

/// <summary>What decided between bids of one total, in the order in which it is asked.</summary>
public enum TieRung
{
    QualityScore,
    Suitability,
    TotalCost,
    AvailableFrom,
    Draw,
}

/// <summary>A bid's points and place. Scores have two decimals.</summary>
public sealed record EvaluationResult
{
    public required string Id { get; init; }

    /// <summary>None for a disqualified bid, whose price is compared with nobody's.</summary>
    public decimal? PriceScore { get; init; }

    public required decimal QualityScore { get; init; }

    /// <summary>The two rounded scores added; none for a disqualified bid.</summary>
    public decimal? Total { get; init; }

    /// <summary>From 1 without gaps; none for a disqualified bid.</summary>
    public int? Rank { get; init; }

    /// <summary>Sentences saying what the bid failed; none for a ranked bid.</summary>
    public string? DisqualifiedReason { get; init; }

    /// <summary>
    /// Set when another bid has the same total: the last rung that was needed to tell this one from those next to it.
    /// </summary>
    public TieRung? TieDecidedBy { get; init; }
}
