using DpsPortal.Framework.Application;

namespace DpsPortal.Placements;

public static class PlacementsPermissions
{
    public static class Placements
    {
        public const string View = "Placements.View";

        /// <summary>Where the home is and which room: for those who place, never for those who only pay.</summary>
        public const string ViewHome = "Placements.ViewHome";

        /// <summary>Proposes a price or a later end, which somebody else confirms.</summary>
        public const string ProposePrice = "Placements.ProposePrice";

        /// <summary>Confirms a price or a later end, records the end or takes it back.</summary>
        public const string Manage = "Placements.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Placements.View, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker, Role.FinanceReader,
            Role.ProviderAdministrator, Role.ProviderStaff),
        new(Placements.ViewHome, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker,
            Role.ProviderAdministrator, Role.ProviderStaff),
        new(Placements.ProposePrice, Role.PlacementsOfficer, Role.PlacementsApprover),
        new(Placements.Manage, Role.PlacementsApprover),
    ];
}
