namespace DpsPortal.Accreditation.Integration;

/// <summary>A key date of a scheme comes near; its host's officers are told.</summary>
public sealed record SchemeDateNearEto(
    Guid SchemeId, string SchemeName, Guid HostAuthorityId, DateOnly On, int DaysLeft, string What);
