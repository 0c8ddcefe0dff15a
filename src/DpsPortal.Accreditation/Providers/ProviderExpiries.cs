using DpsPortal.Accreditation.Applications;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Providers;

/// <summary>What of a provider runs out, the first at the top: of each kind the paper that lasts longest.</summary>
internal static class ProviderExpiries
{
    /// <param name="today">London.</param>
    public static IReadOnlyList<ExpiryDto> Of(
        InsuranceSectionDto? insurance, IReadOnlyList<PremisesSummary> homes, DateOnly today) =>
    [
        .. (insurance?.Policies ?? [])
            .Where(p => p.ExpiresOn is not null)
            .GroupBy(p => p.Kind)
            .Select(kind => To(kind.Key.ToString(), null, kind.Max(p => p.ExpiresOn!.Value), today))
            .Concat(homes.SelectMany(h => h.Certificates.GroupBy(c => c.Kind)
                .Select(kind => To(kind.Key.ToString(), h.Name, kind.Max(c => c.ExpiresOn), today))))
            .OrderBy(e => e.ExpiresOn).ThenBy(e => e.Subject, StringComparer.Ordinal).ThenBy(e => e.Kind, StringComparer.Ordinal),
    ];

    private static ExpiryDto To(string kind, string? subject, DateOnly expiresOn, DateOnly today) => new(
        kind, subject, expiresOn, expiresOn.DayNumber - today.DayNumber);
}
