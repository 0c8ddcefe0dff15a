using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using DpsPortal.Rules.Pricing;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

internal static class PricingEndpoints
{
    public static void MapPricing(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/pricing/preview", (PricingPreviewRequest request) => Preview(request))
            .WithName("Pricing.Preview").WithTags("Rules").RequireSignIn();

    /// <exception cref="InvalidInputException">Neither of the two shapes, or a mixture of both.</exception>
    private static PricingPreviewAnswer Preview(PricingPreviewRequest request) => request switch
    {
        { Lines: { } lines, Start: null, End: null, Prices: null } => OfWeek(lines, request.Nights),
        { Lines: null, Nights: null, Start: { } start, End: { } end, Prices: { } prices } =>
            OfPlacement(start, end, prices),
        _ => throw new InvalidInputException(
            "lines", "Give either lines, with nights if you like, or start, end and prices."),
    };

    private static PricingPreviewAnswer OfWeek(IReadOnlyList<PriceLineRequest> lines, int? nights)
    {
        var price = WeeklyPrice.Of(PriceLineRequest.ToLines(lines, "lines"));
        return new PricingPreviewAnswer
        {
            TotalWeeklyPence = price.TotalWeeklyPence,
            FourWeeklyPence = price.FourWeeklyPence,
            AnnualPence = price.AnnualPence,
            LinePence = price.LinePence,
            PeriodPence = nights is { } n ? NightlyCharge.Of(price.TotalWeeklyPence, n) : null,
        };
    }

    private static PricingPreviewAnswer OfPlacement(
        DateOnly start, DateOnly end, IReadOnlyList<DatedLinesRequest> prices)
    {
        var dated = prices.Select((price, i) => new DatedPrice(
            price?.From ?? throw new InvalidInputException($"prices[{i}]", "Give a date and lines."),
            WeeklyPrice.Of(PriceLineRequest.ToLines(price.Lines, $"prices[{i}].lines")).TotalWeeklyPence));
        var charge = PlacementCharge.Of(start, end, dated);
        return new PricingPreviewAnswer
        {
            Nights = charge.Nights,
            PeriodPence = charge.PeriodPence,
            Segments =
            [
                .. charge.Segments.Select(segment => new PriceSegmentAnswer(
                    segment.From, segment.To, segment.Nights, segment.WeeklyPence, segment.PeriodPence)),
            ],
        };
    }
}
