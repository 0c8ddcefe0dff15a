using DpsPortal.Framework.Application;

namespace DpsPortal.Reporting;

public static class ReportingPermissions
{
    public static class Spend
    {
        public const string View = "Spend.View";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Spend.View, Role.FinanceReader, Role.PlacementsApprover),
    ];
}
