using DpsPortal.Framework.Application;

namespace DpsPortal.Property;

public static class PropertyPermissions
{
    public static class Premises
    {
        public const string Manage = "Premises.Manage";
        public const string View = "Premises.View";
    }

    public static class Visits
    {
        public const string View = "Visits.View";
        public const string Book = "Visits.Book";
        public const string Record = "Visits.Record";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Premises.Manage, Role.ProviderAdministrator, Role.ProviderStaff),
        new(Premises.View, Role.ProviderAdministrator, Role.ProviderStaff,
            Role.AccreditationOfficer, Role.AccreditationLead, Role.QualityOfficer),
        new(Visits.View, Role.AccreditationOfficer, Role.AccreditationLead, Role.QualityOfficer),
        new(Visits.Book, Role.AccreditationOfficer, Role.AccreditationLead, Role.QualityOfficer),
        new(Visits.Record, Role.AccreditationOfficer, Role.AccreditationLead, Role.QualityOfficer),
    ];
}
