using DpsPortal.Framework.Application;

namespace DpsPortal.Placements;

public static class PlacementsPermissions
{
    public static class Placements
    {
        public const string View = "Placements.View";

        /// <summary>Proposes a price, which somebody else confirms.</summary>
        public const string ProposePrice = "Placements.ProposePrice";

        /// <summary>Confirms a price or records the end.</summary>
        public const string Manage = "Placements.Manage";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Placements.View, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker, Role.FinanceReader,
            Role.ProviderAdministrator, Role.ProviderStaff),
        new(Placements.ProposePrice, Role.PlacementsOfficer, Role.PlacementsApprover),
        new(Placements.Manage, Role.PlacementsApprover),
    ];
}
