using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Notifications;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Policies;
using DpsPortal.Accreditation.Providers;
using DpsPortal.Accreditation.Queues;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Accreditation.Versions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Localization;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Accreditation;

/// <summary>Schemes and lots, applications, the five stages, both decisions, standing.</summary>
public static class AccreditationModule
{
    public static IServiceCollection AddAccreditation(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddPermissions(AccreditationPermissions.Grants);
        services.AddErrorTexts(typeof(AccreditationPermissions));
        services.AddScoped<ISchemeAppService, SchemeAppService>();
        services.AddScoped<ISchemeFileAppService, SchemeFileAppService>();
        services.AddScoped<IPublicSchemeAppService, PublicSchemeAppService>();
        services.AddScoped<IProviderApplicationAppService, ProviderApplicationAppService>();
        services.AddScoped<IApplicationReviewAppService, ApplicationReviewAppService>();
        services.AddScoped<IFitnessAppService, FitnessAppService>();
        services.AddScoped<IApplicationReadAppService, ApplicationReadAppService>();
        services.AddScoped<IClarificationAppService, ClarificationAppService>();
        services.AddScoped<IApplicationVersionAppService, ApplicationVersionAppService>();
        services.AddScoped<VersionKeeper>();
        services.AddScoped<IMemberAppService, MemberAppService>();
        services.AddScoped<MemberReader>();
        services.AddScoped<IProviderAppService, ProviderAppService>();
        services.AddScoped<IStandingAppService, StandingAppService>();
        services.AddScoped<StandingReader>();
        services.AddScoped<StandingActs>();
        services.AddScoped<IOfstedAppService, OfstedAppService>();
        services.AddScoped<IOfstedRegisterAppService, OfstedRegisterAppService>();
        services.AddScoped<OfstedProviders>();
        services.AddScoped<IAppealAppService, AppealAppService>();
        services.AddScoped<AppealEffects>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<IVisitApplications, VisitApplications>();
        services.AddScoped<DeclaredInterests>();
        services.AddScoped<IProviderInterests, ProviderInterests>();
        services.AddScoped<IStaffAppService, StaffAppService>();
        services.AddScoped<IStaffImportAppService, StaffImportAppService>();
        services.AddScoped<IPolicyAppService, PolicyAppService>();
        services.AddScoped<IRecruitmentActionAppService, RecruitmentActionAppService>();
        services.AddScoped<IDataImportAppService, DataImportAppService>();
        services.AddScoped<ImportReader>();
        services.AddScoped<ImportStore>();
        services.AddScoped<IMembershipIntegrationService, MembershipIntegrationService>();
        services.AddScoped<IReferenceAppService, ReferenceAppService>();
        services.AddScoped<IRefereeAppService, RefereeAppService>();
        services.AddScoped<IReferenceVerdictAppService, ReferenceVerdictAppService>();
        services.AddScoped<ITodaySource, ReferenceToday>();
        services.AddScoped<ReferenceDesk>();
        services.AddScoped<IReferenceIntegrationService, ReferenceIntegrationService>();
        services.AddBackgroundJob<SendReferenceLinkArgs, SendReferenceLinkJob>();
        services.AddPeriodicWorker<ReferenceReminderWorker>();
        services.AddScoped<IQueueAppService, QueueAppService>();
        services.AddScoped<ISavedViewAppService, SavedViewAppService>();
        services.AddScoped<ReminderDesk>();
        services.AddEventHandler<ProviderRemindedEto, ProviderRemindedHandler>();
        services.AddScoped<ApplicationReader>();
        services.AddScoped<ApplicationQueries>();
        services.AddScoped<ApplicationSharing>();
        services.AddScoped<OwnAnswers>();
        services.AddScoped<IPapersElsewhere, InsurancePapers>();
        services.AddScoped<IPapersElsewhere, PolicyPapers>();
        services.AddScoped<ITodaySource, SchemeToday>();
        services.AddScoped<ITodaySource, ApplicationToday>();
        services.AddScoped<FitnessToday>();
        services.AddScoped<ITodaySource, StandingToday>();
        services.AddScoped<ITodaySource, ClarificationToday>();
        services.AddScoped<ITodaySource, AppealToday>();
        services.AddScoped<ITodaySource, RecruitmentActionToday>();
        services.AddScoped<ITodaySource, PolicyToday>();
        services.AddEventHandler<ApplicationNewsEto, ApplicationNewsHandler>();
        services.AddEventHandler<SchemeDateNearEto, SchemeDateNearHandler>();
        services.AddPeriodicWorker<DiaryWorker>();
        services.AddPeriodicWorker<StandingWorker>();
        services.AddEventHandler<OfficerNewsEto, OfficerNewsHandler>();
        return services;
    }

    public static void MapAccreditation(this IEndpointRouteBuilder routes)
    {
        routes.MapSchemes();
        routes.MapSchemeFiles();
        routes.MapPublicSchemes();
        routes.MapProviderApplications();
        routes.MapApplicationReview();
        routes.MapFitness();
        routes.MapClarifications();
        routes.MapMembers();
        routes.MapProviders();
        routes.MapStandings();
        routes.MapOfsted();
        routes.MapAppeals();
        routes.MapApplicationVersions();
        routes.MapStaff();
        routes.MapPolicies();
        routes.MapRecruitmentActions();
        routes.MapReferences();
        routes.MapImports();
        routes.MapQueue();
    }
}
