using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>Which roles an organisation gives: a provider's people are never officers, nor the other way round.</summary>
internal static class OrganisationRoles
{
    private static readonly Role[] Provider = [Role.ProviderAdministrator, Role.ProviderStaff];

    /// <summary>Those who manage its people.</summary>
    public static readonly Role[] Administrators = [Role.ProviderAdministrator, Role.SystemAdministrator];

    /// <summary>
    /// Those of an authority that can be one of the two people whom opening bids, an award, a price, a decision or an
    /// import takes, and those who give these roles. One administrator alone gives none of them: somebody with two
    /// accounts would be both people. Source: decision 17; domain.md, fact 12; security.md, T41.
    /// </summary>
    public static readonly IReadOnlyList<Role> OfSecondPerson =
    [
        Role.AccreditationOfficer, Role.AccreditationLead, Role.PlacementsOfficer, Role.PlacementsApprover,
        Role.SystemAdministrator,
    ];

    public static IReadOnlyList<Role> Of(OrganisationKind kind) =>
        kind == OrganisationKind.Provider ? Provider : [.. Enum.GetValues<Role>().Except(Provider)];
}
