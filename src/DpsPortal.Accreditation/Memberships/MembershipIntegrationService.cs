using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Memberships;

internal sealed class MembershipIntegrationService(IAccreditationDbContext db, TimeProvider clock)
    : IMembershipIntegrationService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<LotSummary?> GetLotAsync(Guid lotId, CancellationToken ct)
    {
        var scheme = await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.State != SchemeState.Draft && s.Lots.Any(l => l.Id == lotId), ct);
        return scheme is null ? null : Summarise(scheme, scheme.LotOf(lotId));
    }

    public async Task<IReadOnlyList<LotMember>> GetMembersAsync(Guid lotId, CancellationToken ct)
    {
        var members = await db.Memberships.Where(m => m.LotId == lotId && m.State == MemberState.Admitted)
            .OrderBy(m => m.ProviderName).ThenBy(m => m.ProviderId).ToListAsync(ct);
        var standings = await db.Standings.Where(s => s.LotId == lotId).ToDictionaryAsync(s => s.ProviderId, ct);
        return [.. members.Select(m => ToMember(m, standings.GetValueOrDefault(m.ProviderId)))];
    }

    public async Task<LotMember?> GetMemberAsync(Guid lotId, Guid providerId, CancellationToken ct) =>
        (await GetMembersOfAsync(lotId, [providerId], ct)).GetValueOrDefault(providerId);

    public async Task<IReadOnlyDictionary<Guid, LotMember>> GetMembersOfAsync(
        Guid lotId, IReadOnlyCollection<Guid> providerIds, CancellationToken ct)
    {
        var members = await db.Memberships
            .Where(m => m.LotId == lotId && providerIds.Contains(m.ProviderId)
                && (m.State == MemberState.Admitted || m.State == MemberState.Suspended))
            .ToListAsync(ct);
        var standings = await db.Standings.Where(s => s.LotId == lotId && providerIds.Contains(s.ProviderId))
            .ToDictionaryAsync(s => s.ProviderId, ct);
        return members.ToDictionary(m => m.ProviderId, m => ToMember(m, standings.GetValueOrDefault(m.ProviderId)));
    }

    public Task HoldStandingsAsync(Guid lotId, CancellationToken ct) => db.HoldStandingsAsync(lotId, ct);

    private LotMember ToMember(Membership member, Standing? standing)
    {
        var accredited = standing?.IsAccredited(Now) ?? false;
        return new LotMember(
            member.ProviderId, member.ProviderName, member.State == MemberState.Suspended, accredited,
            standing?.AccreditedUntil, member.OfstedRegistered, member.Urn, member.OfstedCategories,
            standing?.PremisesCovered(Now) ?? [], member.Rates, member.ApplicationId);
    }

    /// <summary>The host buys through its own scheme.</summary>
    private LotSummary Summarise(Scheme scheme, Lot lot)
    {
        var today = LondonTime.DateOf(Now);
        return new LotSummary(
            lot.Id, lot.Number, lot.Name, lot.Category, lot.Admits16To17, lot.AccreditationUse, scheme.Id, scheme.Name,
            scheme.Regime, scheme.TenderTimeBasis, scheme.MinimumTenderMinutes, scheme.MutualAgreementFromAllMembers,
            scheme.LastDay, scheme.State == SchemeState.Closed, scheme.HostAuthorityId,
            [
                .. scheme.MemberAuthorities.Where(m => m.From <= today && !(m.Until < today))
                    .Select(m => m.AuthorityId).Append(scheme.HostAuthorityId).Distinct(),
            ],
            RegimeRules.BiddingTime(
                scheme.TenderTimeBasis, scheme.MinimumTenderMinutes, scheme.MutualAgreementFromAllMembers),
            lot.Terms.CallOffWithinRateCard);
    }
}
