using DpsPortal.Framework.Application;

namespace DpsPortal.Reporting;

public static class ReportingPermissions
{
    public static class Spend
    {
        public const string View = "Spend.View";
    }

    public static class OpenData
    {
        /// <summary>Takes a host authority's whole record out of the portal.</summary>
        public const string Export = "OpenData.Export";
    }

    public static class Search
    {
        /// <summary>Looks through what providers have shown to a host authority.</summary>
        public const string Find = "Search.Find";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(OpenData.Export, Role.AccreditationLead),
        new(Search.Find, Role.AccreditationOfficer, Role.AccreditationLead),
        new(Spend.View, Role.FinanceReader, Role.PlacementsApprover),
    ];
}
