using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DpsPortal.Tendering.PriceQuestions;

internal static class PriceQuestionEndpoints
{
    public static void MapPriceQuestions(this IEndpointRouteBuilder routes)
    {
        var bids = routes.MapGroup("api/call-offs/{id:guid}/bids/{bidId:guid}").WithTags("PriceQuestions");

        bids.MapPost("price-question",
                (Guid id, Guid bidId, AskAboutPriceDto input, IPriceQuestionAppService app, CancellationToken ct) =>
                    app.AskAsync(id, bidId, input, ct))
            .WithName("CallOff.AskAboutPrice").RequirePermission(TenderingPermissions.CallOffs.ProposeAward);

        bids.MapPost("price-question/accept",
                (Guid id, Guid bidId, AcceptPriceDto input, IPriceQuestionAppService app, CancellationToken ct) =>
                    app.AcceptAsync(id, bidId, input, ct))
            .WithName("CallOff.AcceptPrice").RequirePermission(TenderingPermissions.CallOffs.ProposeAward);

        bids.MapPost("price-question/reject",
                (Guid id, Guid bidId, RejectPriceDto input, IPriceQuestionAppService app, CancellationToken ct) =>
                    app.RejectAsync(id, bidId, input, ct))
            .WithName("CallOff.RejectPrice").RequirePermission(TenderingPermissions.CallOffs.ProposeAward);

        routes.MapGroup("api/opportunities").WithTags("PriceQuestions").MapPost("{id:guid}/price-answer",
                (Guid id, AnswerPriceDto input, IPriceAnswerAppService app, CancellationToken ct) =>
                    app.AnswerAsync(id, input, ct))
            .WithName("Opportunity.AnswerPrice").RequirePermission(TenderingPermissions.Bids.Submit);
    }
}
