using DpsPortal.Framework.Application;
using static DpsPortal.Framework.Application.Role;

namespace DpsPortal.Organisations;

public static class OrganisationsPermissions
{
    public static class Documents
    {
        /// <summary>Upload for one's own organisation, list and download what it owns or was given.</summary>
        public const string Use = "Organisations.Documents";
    }

    public static class Evidence
    {
        /// <summary>Keep one's own organisation's evidence, and answer who asks for it.</summary>
        public const string Manage = "Evidence.Manage";

        /// <summary>Ask a provider for evidence, and read what was given.</summary>
        public const string Request = "Evidence.Request";

        /// <summary>See the requests of one's own organisation.</summary>
        public const string View = "Evidence.View";
    }

    public static class People
    {
        /// <summary>Invite, give roles to and remove the people of one's own organisation.</summary>
        public const string Manage = "Organisations.People.Manage";
    }

    public static class Authorities
    {
        /// <summary>See the portal's authorities and add one, for who sets up schemes.</summary>
        public const string Manage = "Organisations.Authorities.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Documents.Use,
            ProviderAdministrator, ProviderStaff, AccreditationOfficer, AccreditationLead, QualityOfficer,
            PlacementsOfficer, PlacementsApprover, SocialWorker),
        new(Evidence.Manage, ProviderAdministrator, ProviderStaff),
        new(Evidence.Request, AccreditationOfficer, AccreditationLead, QualityOfficer),
        new(Evidence.View, ProviderAdministrator, ProviderStaff, AccreditationOfficer, AccreditationLead, QualityOfficer),
        new(Authorities.Manage, AccreditationLead),
        new(People.Manage, ProviderAdministrator, SystemAdministrator),
    ];
}
