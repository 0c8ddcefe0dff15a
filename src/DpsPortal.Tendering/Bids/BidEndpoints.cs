using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.Bids;

namespace DpsPortal.Tendering.Bids;

internal static class BidEndpoints
{
    public static void MapBids(this IEndpointRouteBuilder routes)
    {
        var opportunities = routes.MapGroup("api/opportunities").WithTags("Bids");

        opportunities.MapGet("",
                ([AsParameters] OpportunityQuery query, IOpportunityAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Opportunity.GetList").RequirePermission(Permissions.View);

        opportunities.MapGet("{id:guid}",
                (Guid id, IOpportunityAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("Opportunity.Get").RequirePermission(Permissions.View);

        opportunities.MapPut("{id:guid}/bid",
                (Guid id, SaveBidDto input, IBidAppService app, CancellationToken ct) =>
                    app.SaveAsync(id, input, ct))
            .WithName("Bid.Save").RequirePermission(Permissions.Submit);

        opportunities.MapPost("{id:guid}/bid/submit",
                (Guid id, [FromHeader(Name = "Idempotency-Key")] string idempotencyKey, SubmitBidDto input,
                    IBidAppService app, CancellationToken ct) =>
                    app.SubmitAsync(id, idempotencyKey, input, ct))
            .WithName("Bid.Submit").RequirePermission(Permissions.Submit);

        opportunities.MapPost("{id:guid}/bid/withdraw",
                (Guid id, IBidAppService app, CancellationToken ct) =>
                    app.WithdrawAsync(id, ct))
            .WithName("Bid.Withdraw").RequirePermission(Permissions.Submit);

        opportunities.MapPost("{id:guid}/decline",
                (Guid id, DeclineDto input, IOpportunityAppService app, CancellationToken ct) =>
                    app.DeclineAsync(id, input, ct))
            .WithName("Opportunity.Decline").RequirePermission(Permissions.Submit);

        opportunities.MapGet("{id:guid}/letter",
                (Guid id, IOpportunityAppService app, CancellationToken ct) =>
                    app.GetLetterAsync(id, ct))
            .WithName("Opportunity.GetLetter").RequirePermission(Permissions.View);
    }
}
