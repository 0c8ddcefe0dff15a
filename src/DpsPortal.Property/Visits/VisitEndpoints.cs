using DpsPortal.Framework.Application;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Property.PropertyPermissions.Visits;

namespace DpsPortal.Property.Visits;

internal static class VisitEndpoints
{
    public static void MapVisits(this IEndpointRouteBuilder routes)
    {
        var visits = routes.MapGroup("api/visits").WithTags("Visits");

        visits.MapGet("",
                ([AsParameters] PageQuery query, IVisitAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Visit.GetList").RequirePermission(Permissions.View);

        visits.MapPost("", (BookVisitDto input, IVisitAppService app, CancellationToken ct) => app.BookAsync(input, ct))
            .WithName("Visit.Book").RequirePermission(Permissions.Book);

        visits.MapGet("{id:guid}", (Guid id, IVisitAppService app, CancellationToken ct) => app.GetAsync(id, ct))
            .WithName("Visit.Get").RequirePermission(Permissions.View);

        visits.MapPut("{id:guid}/answers",
                (Guid id, SaveVisitAnswersDto input, IVisitAppService app, CancellationToken ct) =>
                    app.SaveAnswersAsync(id, input, ct))
            .WithName("Visit.SaveAnswers").RequirePermission(Permissions.Record);

        visits.MapPost("{id:guid}/complete",
                (Guid id, CompleteVisitDto input, IVisitAppService app, CancellationToken ct) =>
                    app.CompleteAsync(id, input, ct))
            .WithName("Visit.Complete").RequirePermission(Permissions.Record);

        routes.MapGet("api/premises/{id:guid}/cancelled-visits",
                (Guid id, IVisitAppService app, CancellationToken ct) => app.GetCancelledAsync(id, ct))
            .WithTags("Visits").WithName("Visit.GetCancelled")
            .RequirePermission(PropertyPermissions.Premises.Manage);

        visits.MapPost("{id:guid}/cancel",
                (Guid id, CancelVisitDto input, IVisitAppService app, CancellationToken ct) =>
                    app.CancelAsync(id, input, ct))
            .WithName("Visit.Cancel").RequirePermission(Permissions.Book);
    }
}
