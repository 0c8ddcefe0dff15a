using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Localization;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Property.PlaceNights;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Property;

/// <summary>Premises, places and their promised nights, certificates and visits.</summary>
public static class PropertyModule
{
    public static IServiceCollection AddProperty(this IServiceCollection services) => services
        .AddValidation()
        .AddErrorTexts(typeof(PropertyErrorCodes))
        .AddPermissions(PropertyPermissions.Grants)
        .AddScoped<IPremisesAppService, PremisesAppService>()
        .AddScoped<IVisitAppService, VisitAppService>()
        .AddScoped<VisitQueries>()
        .AddScoped<VisitPhotos>()
        .AddScoped<ITodaySource, PremisesToday>()
        .AddScoped<ITodaySource, VisitToday>()
        .AddScoped<IEvidenceHomes, EvidenceHomes>()
        .AddScoped<IPapersElsewhere, CertificatePapers>()
        .AddScoped<IPremisesIntegrationService, PremisesIntegrationService>()
        .AddScoped<IPlaceNightsIntegrationService, PlaceNightsIntegrationService>()
        .AddScoped<IPremisesImportService, PremisesImportService>()
        .AddEventHandler<PremisesStandingChangedEto, PremisesMailer>()
        .AddEventHandler<CertificateReminderEto, PremisesMailer>()
        .AddEventHandler<VisitBookedEto, VisitMailer>()
        .AddEventHandler<VisitCancelledEto, VisitMailer>()
        .AddPeriodicWorker<StandingWorker>();

    public static void MapProperty(this IEndpointRouteBuilder routes)
    {
        routes.MapPremises();
        routes.MapVisits();
    }
}
