namespace DpsPortal.Framework.Application;

/// <summary>What a person is in their organisation. Opener, evaluator, visitor are assignments to a thing, not roles.</summary>
public enum Role
{
    ProviderAdministrator,
    ProviderStaff,
    AccreditationOfficer,
    AccreditationLead,
    QualityOfficer,
    PlacementsOfficer,
    PlacementsApprover,
    SocialWorker,
    FinanceReader,
    SystemAdministrator,
}

/// <summary>A permission and the roles that carry it; each module's Contracts lists its own.</summary>
public sealed record PermissionGrant(string Permission, params Role[] Roles);
