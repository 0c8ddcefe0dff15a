namespace DpsPortal.Rules.Scoring;

/// <summary>How a price becomes points. W is the price weight, p the whole-term cost.</summary>
public enum PriceModel
{
    /// <summary>W × lowest / p.</summary>
    LowestOverPrice,

    /// <summary>W × (0.5 − 0.5 × (p − mean) / mean), held between 0 and W.</summary>
    MeanRelative,

    /// <summary>W × (ceiling − p) / ceiling; a dearer bid is disqualified.</summary>
    Ceiling,

    /// <summary>The price is given and earns nothing: all the weight is on quality.</summary>
    FixedPrice,
}

/// <summary>The models' published names.</summary>
public static class PriceModels
{
    private static readonly Dictionary<string, PriceModel> ByName = new(StringComparer.Ordinal)
    {
        ["lowest-over-price"] = PriceModel.LowestOverPrice,
        ["mean-relative"] = PriceModel.MeanRelative,
        ["ceiling"] = PriceModel.Ceiling,
        ["fixed-price"] = PriceModel.FixedPrice,
    };

    /// <exception cref="RuleViolationException">No model has this name.</exception>
    public static PriceModel Named(string name) =>
        ByName.TryGetValue(name, out var model)
            ? model
            : throw new RuleViolationException(
                RulesErrorCodes.Scoring.UnknownPriceModel,
                $"Choose one of these price models: {string.Join(", ", ByName.Keys)}.",
                "priceModel");

    public static string NameOf(PriceModel model) => ByName.Single(pair => pair.Value == model).Key;
}
