using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>Which roles an organisation gives: a provider's people are never officers, nor the other way round.</summary>
internal static class OrganisationRoles
{
    private static readonly Role[] Provider = [Role.ProviderAdministrator, Role.ProviderStaff];

    /// <summary>Those who manage its people.</summary>
    public static readonly Role[] Administrators = [Role.ProviderAdministrator, Role.SystemAdministrator];

    public static IReadOnlyList<Role> Of(OrganisationKind kind) =>
        kind == OrganisationKind.Provider ? Provider : [.. Enum.GetValues<Role>().Except(Provider)];
}
