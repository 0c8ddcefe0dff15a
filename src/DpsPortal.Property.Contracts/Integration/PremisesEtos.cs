using DpsPortal.Property.Premises;

namespace DpsPortal.Property.Integration;

/// <summary>
/// A home can no longer, or can again, take new people: a certificate ran out, a visit found or cleared a critical fault,
/// or its provider saved it so.
/// </summary>
/// <param name="Reasons">Sentences without an address; empty when it is usable again.</param>
/// <param name="ByProvider">Its provider has just saved it, and need not be told.</param>
public sealed record PremisesStandingChangedEto(
    Guid PremisesId, Guid ProviderId, string OutwardCode, PremisesStanding Standing, IReadOnlyList<string> Reasons,
    bool ByProvider);

/// <summary>Its provider changed what a council that uses the home has to know.</summary>
/// <param name="Changes">Of <c>address, area, category, Ofsted list, places</c>; no values.</param>
public sealed record PremisesChangedEto(Guid PremisesId, Guid ProviderId, IReadOnlyList<string> Changes);

/// <summary>A certificate runs out soon (domain fact 24: 60, 30, 14, 7 and 1 days before).</summary>
/// <param name="ExpiresOn">The last day it counts.</param>
public sealed record CertificateReminderEto(
    Guid PremisesId, Guid ProviderId, string OutwardCode, CertificateKind Kind, DateOnly ExpiresOn);
