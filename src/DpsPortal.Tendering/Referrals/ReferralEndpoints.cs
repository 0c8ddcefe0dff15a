using DpsPortal.Framework.Application;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Permissions = DpsPortal.Tendering.TenderingPermissions.Referrals;

namespace DpsPortal.Tendering.Referrals;

internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder routes)
    {
        var referrals = routes.MapGroup("api/referrals").WithTags("Referrals");

        referrals.MapGet("",
                ([AsParameters] PageQuery query, IReferralAppService app, CancellationToken ct) =>
                    app.GetListAsync(query, ct))
            .WithName("Referral.GetList").RequirePermission(Permissions.View);

        referrals.MapGet("outcomes",
                ([AsParameters] ReferralOutcomesQuery query, IReferralAppService app, CancellationToken ct) =>
                    app.GetOutcomesAsync(query, ct))
            .WithName("Referral.GetOutcomes").RequirePermission(Permissions.View);

        referrals.MapPost("",
                (SaveReferralDto input, IReferralAppService app, CancellationToken ct) =>
                    app.CreateAsync(input, ct))
            .WithName("Referral.Create").RequirePermission(Permissions.Manage);

        referrals.MapPost("drafts",
                (SaveReferralDraftDto input, IReferralAppService app, CancellationToken ct) =>
                    app.CreateDraftAsync(input, ct))
            .WithName("Referral.CreateDraft").RequirePermission(Permissions.Manage);

        referrals.MapPut("{id:guid}/draft",
                (Guid id, SaveReferralDraftDto input, IReferralAppService app, CancellationToken ct) =>
                    app.SaveDraftAsync(id, input, ct))
            .WithName("Referral.SaveDraft").RequirePermission(Permissions.Manage);

        referrals.MapGet("{id:guid}",
                (Guid id, IReferralAppService app, CancellationToken ct) =>
                    app.GetAsync(id, ct))
            .WithName("Referral.Get").RequirePermission(Permissions.View);

        referrals.MapPut("{id:guid}",
                (Guid id, SaveReferralDto input, IReferralAppService app, CancellationToken ct) =>
                    app.UpdateAsync(id, input, ct))
            .WithName("Referral.Update").RequirePermission(Permissions.Manage);

        referrals.MapPost("{id:guid}/cancel",
                (Guid id, CancelReferralDto input, IReferralAppService app, CancellationToken ct) =>
                    app.CancelAsync(id, input, ct))
            .WithName("Referral.Cancel").RequirePermission(Permissions.Manage);
    }
}
