using DpsPortal.Framework.Application;

namespace DpsPortal.Placements;

public static class PlacementsPermissions
{
    public static class Placements
    {
        public const string View = "Placements.View";

        /// <summary>Changes price or end.</summary>
        public const string Manage = "Placements.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Placements.View, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker, Role.FinanceReader,
            Role.ProviderAdministrator, Role.ProviderStaff),
        new(Placements.Manage, Role.PlacementsApprover),
    ];
}
