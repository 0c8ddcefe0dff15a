using System.Text.Json.Serialization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Scoring;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

internal sealed record EvaluationPreviewRequest
{
    /// <summary><c>lowest-over-price</c>, <c>mean-relative</c>, <c>ceiling</c> or <c>fixed-price</c>.</summary>
    public required string PriceModel { get; init; }

    public required decimal PriceWeight { get; init; }

    /// <summary>For the ceiling model only.</summary>
    public long? CeilingPence { get; init; }

    public string? SuitabilityCriterionId { get; init; }

    public string? Seed { get; init; }

    public required IReadOnlyList<EvaluationPreviewCriterion> Criteria { get; init; }

    public required IReadOnlyList<EvaluationPreviewBid> Bids { get; init; }

    /// <exception cref="InvalidInputException">Something that must be there is null.</exception>
    public EvaluationInput ToInput() => new()
    {
        PriceModel = PriceModels.Named(Present(PriceModel, "priceModel")),
        PriceWeight = PriceWeight,
        CeilingPence = CeilingPence,
        SuitabilityCriterionId = SuitabilityCriterionId,
        Seed = Seed,
        Criteria =
        [
            .. Present(Criteria, "criteria").Select((criterion, i) => new EvaluationCriterion(
                Present(criterion?.Id, $"criteria[{i}].id"), criterion!.Weight, criterion.MinimumScore)),
        ],
        Bids =
        [
            .. Present(Bids, "bids").Select((bid, i) => new EvaluationBid(
                Present(bid?.Id, $"bids[{i}].id"),
                bid!.TotalCostPence,
                Present(bid.Scores, $"bids[{i}].scores"),
                bid.AvailableFrom)),
        ],
    };

    private static T Present<T>(T? value, string field) where T : class =>
        value ?? throw new InvalidInputException(field, $"Give {field}.");
}

internal sealed record EvaluationPreviewCriterion
{
    public required string Id { get; init; }

    public required decimal Weight { get; init; }

    /// <summary>A lower score disqualifies the bid.</summary>
    public decimal? MinimumScore { get; init; }
}

internal sealed record EvaluationPreviewBid
{
    public required string Id { get; init; }

    /// <summary>Of the whole term.</summary>
    public required long TotalCostPence { get; init; }

    /// <summary>From 0 to 5 for each criterion, by its id.</summary>
    public required Dictionary<string, decimal> Scores { get; init; }

    public required DateOnly AvailableFrom { get; init; }
}

/// <summary>The ranked bids in their order, then the disqualified ones.</summary>
internal sealed record EvaluationPreviewAnswer(IReadOnlyList<EvaluationPreviewResult> Results);

internal sealed record EvaluationPreviewResult
{
    public required string Id { get; init; }

    /// <summary>Two decimals; null for a disqualified bid, as are its total and its rank.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? PriceScore { get; init; }

    public required decimal QualityScore { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Total { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int? Rank { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? DisqualifiedReason { get; init; }

    public static EvaluationPreviewResult Of(EvaluationResult result) => new()
    {
        Id = result.Id,
        PriceScore = result.PriceScore,
        QualityScore = result.QualityScore,
        Total = result.Total,
        Rank = result.Rank,
        DisqualifiedReason = result.DisqualifiedReason,
    };
}
