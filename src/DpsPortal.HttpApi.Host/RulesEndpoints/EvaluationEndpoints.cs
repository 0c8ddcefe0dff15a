using DpsPortal.Framework.Http;
using DpsPortal.Rules.Scoring;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

internal static class EvaluationEndpoints
{
    public static void MapEvaluation(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/evaluation/preview", (EvaluationPreviewRequest request) => Preview(request))
            .WithName("Evaluation.Preview").WithTags("Rules").RequireSignIn();

    private static EvaluationPreviewAnswer Preview(EvaluationPreviewRequest request) =>
        new([.. Evaluation.Evaluate(request.ToInput()).Select(EvaluationPreviewResult.Of)]);
}
