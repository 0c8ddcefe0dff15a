using DpsPortal.Framework.Application;
using DpsPortal.Framework.Localization;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Tendering;

/// <summary>Referrals, call-offs, sealed bids, evaluation, award.</summary>
public static class TenderingModule
{
    public static IServiceCollection AddTendering(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(TenderingPermissions.Grants);
        services.AddErrorTexts(typeof(TenderingPermissions));
        services.AddScoped<IReferralAppService>(_ => throw new NotSupportedException());
        services.AddScoped<ICallOffAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IBidAppService>(_ => throw new NotSupportedException());
        services.AddScoped<IEvaluationAppService>(_ => throw new NotSupportedException());
        return services;
    }

    public static void MapTendering(this IEndpointRouteBuilder routes)
    {
        routes.MapReferrals();
        routes.MapCallOffs();
        routes.MapEvaluations();
        routes.MapBids();
    }
}
