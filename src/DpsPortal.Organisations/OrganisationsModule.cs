using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Localization;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Accounts.AddressChanges;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.Authorities;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.FirstPage;
using DpsPortal.Organisations.Integration;
using DpsPortal.Organisations.People;
using DpsPortal.Organisations.SetUp;
using DpsPortal.Sealing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations;

public static class OrganisationsModule
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddPermissions(OrganisationsPermissions.Grants);
        services.AddErrorTexts(typeof(OrganisationsPermissions));
        services.AddSignIn(configuration);
        services.AddScoped<IAccountAppService, AccountAppService>();
        services.AddScoped<IPasswordResetAppService, PasswordResetAppService>();
        services.AddScoped<ISessionAppService, SessionAppService>();
        services.AddScoped<IPersonAppService, PersonAppService>();
        services.AddScoped<RoleGiving>();
        services.AddScoped<IInvitationAppService, InvitationAppService>();
        services.AddScoped<IRegistrationAppService, RegistrationAppService>();
        services.AddScoped<ISetUpAppService, SetUpAppService>();
        services.AddScoped<IAuthorityAppService, AuthorityAppService>();
        services.AddScoped<IDocumentAppService, DocumentAppService>();
        services.AddScoped<IOrganisationIntegrationService, OrganisationIntegrationService>();
        services.AddScoped<IProviderImportService, ProviderImportService>();
        services.AddScoped<ILinkIntegrationService, LinkIntegrationService>();
        services.AddScoped<IDocumentIntegrationService, DocumentIntegrationService>();
        services.AddScoped<EvidenceReader>();
        services.AddScoped<PapersElsewhere>();
        services.AddScoped<IEvidenceAppService, EvidenceAppService>();
        services.AddScoped<IEvidenceRequestAppService, EvidenceRequestAppService>();
        services.AddScoped<IEvidenceIntegrationService, EvidenceRequestAppService>();
        services.AddScoped<ITodaySource, EvidenceToday>();
        services.AddScoped<ITodaySource, PeopleToday>();
        services.AddScoped<INewsRead, NewsRead>();
        services.AddPeriodicWorker<EvidenceReminderWorker>();
        services.AddSingleton(_ => new SigningKeys(configuration["Data:Path"]));
        services.AddSingleton<AuditAnchor>();
        services.AddPeriodicWorker<SealAuditTrail>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IRefusalAudit, AuditTrail>();
        services.AddScoped<IAddressChangeAppService, AddressChangeAppService>();
        services.AddEventHandler<ColleagueNewsEto, ColleagueMailer>();
        services.AddBackgroundJob<SendAddressChangeArgs, SendAddressChangeJob>();
        services.AddBackgroundJob<SendResetLinkArgs, SendResetLinkJob>();
        services.AddBackgroundJob<SendInvitationArgs, SendInvitationJob>();
        services.AddBackgroundJob<SendConfirmationArgs, SendConfirmationJob>();
        services.AddBackgroundJob<CheckDocumentArgs, CheckDocumentJob>();
        services.AddBackgroundJob<RemoveFileArgs, RemoveFileJob>();
        return services;
    }

    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        routes.MapAccounts();
        routes.MapSecondStep();
        routes.MapSecondFactors();
        routes.MapSessions();
        routes.MapRegistration();
        routes.MapPeople();
        routes.MapAuthorities();
        routes.MapSetUp();
        routes.MapDocuments();
        routes.MapEvidence();
    }
}
