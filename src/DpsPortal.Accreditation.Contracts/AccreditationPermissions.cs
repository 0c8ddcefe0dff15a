using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation;

public static class AccreditationPermissions
{
    public static class Schemes
    {
        public const string View = "Schemes.View";
        public const string Manage = "Schemes.Manage";
    }

    public static class Applications
    {
        /// <summary>The provider's side.</summary>
        public const string Apply = "Applications.Apply";

        /// <summary>The host authority's side: the queue, the stages and their outcomes.</summary>
        public const string Review = "Applications.Review";

        /// <summary>Proposes a decision on membership or accreditation.</summary>
        public const string Propose = "Applications.Propose";

        /// <summary>Confirms or sends back a decision somebody else proposed.</summary>
        public const string Confirm = "Applications.Confirm";

        /// <summary>Either side reads one application.</summary>
        public const string View = "Applications.View";
    }

    public static class Staff
    {
        /// <summary>The provider's single central record, and its list of policies.</summary>
        public const string Manage = "Staff.Manage";
    }

    public static class Imports
    {
        /// <summary>Brings the members of the time before the portal; one officer proposes, another stores.</summary>
        public const string Manage = "Imports.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Schemes.View, Role.ProviderAdministrator, Role.ProviderStaff, Role.AccreditationOfficer,
            Role.AccreditationLead, Role.QualityOfficer, Role.PlacementsOfficer, Role.PlacementsApprover,
            Role.SocialWorker, Role.FinanceReader, Role.SystemAdministrator),
        new(Schemes.Manage, Role.AccreditationLead),
        new(Applications.Apply, Role.ProviderAdministrator),
        new(Applications.View, Role.ProviderAdministrator, Role.ProviderStaff, Role.AccreditationOfficer,
            Role.AccreditationLead),
        new(Applications.Review, Role.AccreditationOfficer, Role.AccreditationLead),
        new(Applications.Propose, Role.AccreditationOfficer, Role.AccreditationLead),
        new(Applications.Confirm, Role.AccreditationOfficer, Role.AccreditationLead),
        new(Imports.Manage, Role.AccreditationOfficer, Role.AccreditationLead),
        new(Staff.Manage, Role.ProviderAdministrator, Role.ProviderStaff),
    ];
}
