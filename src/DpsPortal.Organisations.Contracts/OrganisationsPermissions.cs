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

    public static class People
    {
        /// <summary>Invite, give roles to and remove the people of one's own organisation.</summary>
        public const string Manage = "Organisations.People.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Documents.Use,
            ProviderAdministrator, ProviderStaff, AccreditationOfficer, AccreditationLead, QualityOfficer,
            PlacementsOfficer, PlacementsApprover, SocialWorker),
        new(People.Manage, ProviderAdministrator, SystemAdministrator),
    ];
}
