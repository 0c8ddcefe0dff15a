using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Tendering.Questions;

internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("api/call-offs").WithTags("Questions").MapPost("{id:guid}/questions/{questionId:guid}/answer",
                (Guid id, Guid questionId, AnswerQuestionDto input, IQuestionAppService app, CancellationToken ct) =>
                    app.AnswerAsync(id, questionId, input, ct))
            .WithName("CallOff.AnswerQuestion").RequirePermission(TenderingPermissions.CallOffs.Prepare);

        routes.MapGroup("api/opportunities").WithTags("Questions").MapPost("{id:guid}/questions",
                (Guid id, AskQuestionDto input, IBidderQuestionAppService app, CancellationToken ct) =>
                    app.AskAsync(id, input, ct))
            .WithName("Opportunity.AskQuestion").RequirePermission(TenderingPermissions.Bids.Submit);
    }
}
