using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Applications;

internal static class ApplicationReviewEndpoints
{
    public static void MapApplicationReview(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("api/applications").WithTags("Applications");

        applications.MapGet("queue",
                ([AsParameters] ApplicationQueueQuery query, IApplicationReadAppService app, CancellationToken ct) =>
                    app.GetQueueAsync(query, ct))
            .WithName("Application.GetQueue").RequirePermission(Permissions.Review);

        applications.MapGet("{id:guid}",
                (Guid id, IApplicationReadAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("Application.Get").RequirePermission(Permissions.View);

        applications.MapGet("{id:guid}/history",
                (Guid id, IApplicationReadAppService app, CancellationToken ct) =>
                    app.GetHistoryAsync(id, ct))
            .WithName("Application.GetHistory").RequirePermission(Permissions.View);

        applications.MapGet("{id:guid}/letters",
                (Guid id, IApplicationReadAppService app, CancellationToken ct) =>
                    app.GetLettersAsync(id, ct))
            .WithName("Application.GetLetters").RequirePermission(Permissions.View);

        applications.MapPost("{id:guid}/interests",
                (Guid id, DeclareInterestDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.DeclareInterestAsync(id, input, ct))
            .WithName("Application.DeclareInterest").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/start-evaluation",
                (Guid id, VersionDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.StartEvaluationAsync(id, input, ct))
            .WithName("Application.StartEvaluation").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/pause-clock",
                (Guid id, ReasonDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.PauseClockAsync(id, input, ct))
            .WithName("Application.PauseClock").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/resume-clock",
                (Guid id, VersionDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ResumeClockAsync(id, input, ct))
            .WithName("Application.ResumeClock").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/extend",
                (Guid id, ReasonDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ExtendAsync(id, input, ct))
            .WithName("Application.Extend").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/membership/propose",
                (Guid id, ProposeMembershipDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ProposeMembershipAsync(id, input, ct))
            .WithName("Application.ProposeMembership").RequirePermission(Permissions.Propose);

        applications.MapPost("{id:guid}/membership/confirm",
                (Guid id, VersionDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ConfirmMembershipAsync(id, input, ct))
            .WithName("Application.ConfirmMembership").RequirePermission(Permissions.Confirm);

        applications.MapPost("{id:guid}/membership/send-back",
                (Guid id, ReasonDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.SendBackMembershipAsync(id, input, ct))
            .WithName("Application.SendBackMembership").RequirePermission(Permissions.Confirm);

        applications.MapPost("{id:guid}/fit-and-proper-test/open",
                (Guid id, VersionDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.OpenFitAndProperTestAsync(id, input, ct))
            .WithName("Application.OpenFitAndProperTest").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/fit-and-proper-test/close",
                (Guid id, CloseStageDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.CloseFitAndProperTestAsync(id, input, ct))
            .WithName("Application.CloseFitAndProperTest").RequirePermission(Permissions.Review);

        applications.MapPut("{id:guid}/safer-recruitment",
                (Guid id, RecordSaferRecruitmentDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.RecordSaferRecruitmentAsync(id, input, ct))
            .WithName("Application.RecordSaferRecruitment").RequirePermission(Permissions.Review);

        applications.MapPut("{id:guid}/safer-recruitment/settled",
                (Guid id, SettleFindingsDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.SettleFindingsAsync(id, input, ct))
            .WithName("Application.SettleFindings").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/safer-recruitment/close",
                (Guid id, CloseSaferRecruitmentDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.CloseSaferRecruitmentAsync(id, input, ct))
            .WithName("Application.CloseSaferRecruitment").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/property-visit/close",
                (Guid id, CloseStageDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ClosePropertyVisitAsync(id, input, ct))
            .WithName("Application.ClosePropertyVisit").RequirePermission(Permissions.Review);

        applications.MapPost("{id:guid}/accreditation/propose",
                (Guid id, ProposeAccreditationDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ProposeAccreditationAsync(id, input, ct))
            .WithName("Application.ProposeAccreditation").RequirePermission(Permissions.Propose);

        applications.MapPost("{id:guid}/accreditation/confirm",
                (Guid id, VersionDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.ConfirmAccreditationAsync(id, input, ct))
            .WithName("Application.ConfirmAccreditation").RequirePermission(Permissions.Confirm);

        applications.MapPost("{id:guid}/accreditation/send-back",
                (Guid id, ReasonDto input, IApplicationReviewAppService app, CancellationToken ct) =>
                    app.SendBackAccreditationAsync(id, input, ct))
            .WithName("Application.SendBackAccreditation").RequirePermission(Permissions.Confirm);
    }
}
