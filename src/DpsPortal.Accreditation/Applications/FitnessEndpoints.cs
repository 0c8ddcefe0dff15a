using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Applications;

internal static class FitnessEndpoints
{
    public static void MapFitness(this IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup("api/applications/{id:guid}/fit-and-proper-test/people/{personId:guid}")
            .WithTags("Applications");

        person.MapPut("",
                (Guid id, Guid personId, RecordFitnessDto input, IFitnessAppService app, CancellationToken ct) =>
                    app.RecordFitnessAsync(id, personId, input, ct))
            .WithName("Application.RecordFitness").RequirePermission(Permissions.Review);

        person.MapPost("confirm",
                (Guid id, Guid personId, VersionDto input, IFitnessAppService app, CancellationToken ct) =>
                    app.ConfirmFitnessAsync(id, personId, input, ct))
            .WithName("Application.ConfirmFitness").RequirePermission(Permissions.Confirm);

        person.MapPost("send-back",
                (Guid id, Guid personId, ReasonDto input, IFitnessAppService app, CancellationToken ct) =>
                    app.SendBackFitnessAsync(id, personId, input, ct))
            .WithName("Application.SendBackFitness").RequirePermission(Permissions.Confirm);

        person.MapPost("interview/score",
                (Guid id, Guid personId, ScoreInterviewDto input, IFitnessAppService app, CancellationToken ct) =>
                    app.ScoreInterviewAsync(id, personId, input, ct))
            .WithName("Application.ScoreInterview").RequirePermission(Permissions.Review);

        person.MapPost("interview/agree",
                (Guid id, Guid personId, ScoreInterviewDto input, IFitnessAppService app, CancellationToken ct) =>
                    app.AgreeInterviewAsync(id, personId, input, ct))
            .WithName("Application.AgreeInterview").RequirePermission(Permissions.Review);
    }
}
