namespace DpsPortal.Rules.Scoring;

/// <summary>The points for a price among the prices it is compared with, exact.</summary>
internal sealed class PricePoints
{
    private static readonly Rational Half = new(1, 2);

    private readonly EvaluationInput input;
    private readonly Rational weight;
    private readonly Rational lowest;
    private readonly Rational mean;

    /// <param name="costsPence">The whole-term costs of the bids that are not disqualified; at least one.</param>
    public PricePoints(EvaluationInput input, IReadOnlyCollection<long> costsPence)
    {
        this.input = input;
        weight = input.PriceWeight;
        lowest = costsPence.Min();
        mean = costsPence.Aggregate(Rational.Zero, (sum, cost) => sum + cost) / costsPence.Count;
    }

    public Rational Of(long costPence) => input.PriceModel switch
    {
        PriceModel.LowestOverPrice => LowestOverPrice(costPence),
        PriceModel.MeanRelative => MeanRelative(costPence),
        PriceModel.Ceiling => OfCeiling(costPence, input.CeilingPence!.Value),
        _ => Rational.Zero,
    };

    /// <summary>The lowest price gets all, even if it is nought, when nothing else gets anything.</summary>
    private Rational LowestOverPrice(Rational cost) =>
        cost.CompareTo(lowest) == 0 ? weight : weight * lowest / cost;

    private Rational MeanRelative(Rational cost) =>
        mean.CompareTo(Rational.Zero) == 0
            ? weight * Half
            : (weight * (Half - (Half * (cost - mean) / mean))).HeldBetween(Rational.Zero, weight);

    private Rational OfCeiling(Rational cost, Rational ceiling) => weight * (ceiling - cost) / ceiling;
}
