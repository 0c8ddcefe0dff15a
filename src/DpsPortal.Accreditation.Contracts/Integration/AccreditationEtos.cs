namespace DpsPortal.Accreditation.Integration;

/// <summary>The provider joined these lots and is invited from now on.</summary>
public sealed record ProviderAdmittedEto(
    Guid ApplicationId, Guid SchemeId, Guid ProviderId, IReadOnlyList<Guid> LotIds);

/// <summary>Something the applicant is told by e-mail: sent to everybody who may act for the provider.</summary>
/// <param name="News">A sentence of the fixed templates' vocabulary; no person's data.</param>
public sealed record ApplicationNewsEto(Guid ApplicationId, Guid ProviderId, string Reference, string News);

/// <summary>What a provider owes an authority, told once a day.</summary>
/// <param name="Owed">A line for each thing, by the fixed templates; no person's data.</param>
public sealed record ProviderRemindedEto(Guid ProviderId, string AuthorityName, IReadOnlyList<string> Owed);

/// <summary>The same for the host authority.</summary>
/// <param name="OfficerId">Whom to tell; null for everybody who leads accreditation.</param>
public sealed record OfficerNewsEto(
    Guid ApplicationId, Guid HostAuthorityId, Guid? OfficerId, string Reference, string News);
