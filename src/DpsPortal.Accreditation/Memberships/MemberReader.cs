using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>Members and what was done to them, for either side.</summary>
internal sealed class MemberReader(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<MemberListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct)
    {
        var found = db.Applications.AsNoTracking().Where(a => a.HostAuthorityId == user.OrganisationId
            && (a.Membership == MembershipState.Admitted || a.Membership == MembershipState.Removed));
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            var words = search.ToUpperInvariant();
            found = found.Where(a => a.SearchText.Contains(words));
        }

        var count = await found.CountAsync(ct);
        var applications = await found.OrderBy(a => a.ProviderName).ThenBy(a => a.Reference).OnPage(query).ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var schemeIds = applications.Select(a => a.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.Include(s => s.Lots).Where(s => schemeIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, ct);
        var lots = (await db.Memberships.Where(m => ids.Contains(m.ApplicationId)).ToListAsync(ct))
            .ToLookup(m => m.ApplicationId);
        var open = await db.MemberActions.Where(a => ids.Contains(a.ApplicationId)
                && (a.State == MemberActionState.Proposed || a.State == MemberActionState.NoticeGiven))
            .GroupBy(a => a.ApplicationId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var standings = await StandingsAsync([.. applications.Select(a => a.ProviderId)], ct);
        return new PagedResult<MemberListItemDto>(
            count,
            [
                .. applications.Select(a => new MemberListItemDto(
                    a.Id, a.Reference, a.ProviderId, a.ProviderName, schemes[a.SchemeId].Name,
                    ToDto(lots[a.Id], schemes[a.SchemeId], standings), open.GetValueOrDefault(a.Id))),
            ]);
    }

    public async Task<MemberDto> ReadAsync(Application application, CancellationToken ct)
    {
        var byProvider = application.ProviderId == user.OrganisationId;
        var scheme = await db.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);
        var lots = await db.Memberships.Where(m => m.ApplicationId == application.Id).ToListAsync(ct);
        var actions = await db.MemberActions
            .Where(a => a.ApplicationId == application.Id && (!byProvider || a.ConfirmedAt != null))
            .OrderByDescending(a => a.ProposedAt).ToListAsync(ct);
        var standings = await StandingsAsync([application.ProviderId], ct);
        var isMember = application.Membership == MembershipState.Admitted;
        return new MemberDto(
            application.Id, application.ProviderName, scheme.Name, ToDto(lots, scheme, standings),
            [.. actions.Select(a => ToDto(a, scheme, byProvider))], isMember && !byProvider, isMember && byProvider);
    }

    private async Task<List<Standing>> StandingsAsync(IReadOnlyList<Guid> providers, CancellationToken ct) =>
        await db.Standings.Where(s => providers.Contains(s.ProviderId)).ToListAsync(ct);

    private IReadOnlyList<MemberLotDto> ToDto(
        IEnumerable<Membership> memberships, Scheme scheme, IReadOnlyList<Standing> standings) =>
    [
        .. memberships.Select(m => (Member: m, Lot: scheme.LotOf(m.LotId))).OrderBy(m => m.Lot.Number)
            .Select(m => new MemberLotDto(
                m.Lot.Id, m.Lot.Number, m.Lot.Name, m.Member.State, m.Member.AdmittedAt, m.Member.Reason,
                standings.FirstOrDefault(s => s.LotId == m.Lot.Id && s.ProviderId == m.Member.ProviderId
                    && s.IsAccredited(Now))?.AccreditedUntil,
                MemberStates.Transitions.PermittedTriggers(m.Member.State))),
    ];

    private MemberActionDto ToDto(MemberAction action, Scheme scheme, bool byProvider)
    {
        var isAnother = action.ProposedBy.Id != user.Id;
        return new MemberActionDto(
            action.Id, action.Kind, action.State,
            [.. action.LotIds.Select(l => scheme.LotOf(l).Number).Order()],
            action.Reasons, action.ImmediateRisk, action.ProposedBy.Id, action.ProposedBy.Name, action.ProposedAt,
            action.ConfirmedBy?.Name, action.ConfirmedAt, action.RepresentationsUntil, action.Representations,
            action.SettledAt, action.DropReason,
            !byProvider && isAnother && action.State == MemberActionState.Proposed,
            !byProvider && isAnother && action.NoticeIsOver(Now),
            !byProvider && action.IsOpen && (isAnother || action.State == MemberActionState.Proposed),
            byProvider && action.TakesRepresentations(Now),
            action.Version);
    }
}
