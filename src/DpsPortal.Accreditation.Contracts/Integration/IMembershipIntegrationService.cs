using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Integration;

/// <summary>Who is in which lot, and in what standing: what a call-off needs to know.</summary>
public interface IMembershipIntegrationService
{
    /// <summary>Null when there is no such lot.</summary>
    Task<LotSummary?> GetLotAsync(Guid lotId, CancellationToken ct);

    /// <summary>Every admitted, unsuspended member of the lot; accreditation never shortens the list (fact 4).</summary>
    Task<IReadOnlyList<LotMember>> GetMembersAsync(Guid lotId, CancellationToken ct);

    /// <summary>One provider's membership of a lot; null when it is no member.</summary>
    Task<LotMember?> GetMemberAsync(Guid lotId, Guid providerId, CancellationToken ct);

    /// <summary>Those of the providers that are members of the lot, suspended ones among them, in one question.</summary>
    Task<IReadOnlyDictionary<Guid, LotMember>> GetMembersOfAsync(
        Guid lotId, IReadOnlyCollection<Guid> providerIds, CancellationToken ct);

    /// <summary>
    /// Within the caller's transaction: no accreditation in the lot changes until it ends. Read the members after.
    /// </summary>
    Task HoldStandingsAsync(Guid lotId, CancellationToken ct);
}

public sealed record LotSummary(
    Guid LotId, int Number, string Name, OfstedCategory Category, bool Admits16To17, AccreditationUse AccreditationUse,
    Guid SchemeId, string SchemeName, Regime Regime, TenderTimeBasis TenderTimeBasis, int MinimumTenderMinutes,
    bool MutualAgreementFromAllMembers, DateOnly SchemeEndsOn, bool SchemeIsClosed, Guid HostAuthorityId,
    IReadOnlyList<Guid> MemberAuthorityIds, BiddingTimeRule BiddingTime, bool CallOffWithinRateCard);

/// <summary>The least time to bid in a lot, from the table of its regime.</summary>
/// <param name="LeastDays">Calendar days after sending; null when the minutes that the scheme published count.</param>
/// <param name="Words">The rule in words, with its source.</param>
public sealed record BiddingTimeRule(int? LeastDays, string Words);

/// <param name="Rates">The rate card of the lot; null when none was given.</param>
/// <param name="ApplicationId">The one that was admitted, under which the provider asks for references.</param>
public sealed record LotMember(
    Guid ProviderId, string ProviderName, bool Suspended, bool Accredited, DateOnly? AccreditedUntil,
    bool OfstedRegistered, string? Urn, IReadOnlyList<OfstedCategory> OfstedCategories,
    IReadOnlyList<Guid> AccreditedPremisesIds, LotRateDto? Rates, Guid ApplicationId);
