using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.OfstedRecords;

internal sealed class OfstedAppService(
    IAccreditationDbContext db, ICurrentUser user, OfstedProviders providers, IProviderInterests interests,
    TimeProvider clock) : IOfstedAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<PagedResult<OfstedProviderDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct)
    {
        var words = query.Search?.Trim() ?? "";
        var found = (await providers.MembersAsync(ct))
            .Where(m => m.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
                || m.Urn?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
            .ToList();
        return new PagedResult<OfstedProviderDto>(
            found.Count, await ToDtosAsync([.. found.OnPage((PageQuery)query)], ct));
    }

    public async Task<OfstedProviderDto> RecordAsync(Guid providerId, RecordOfstedStatusDto input, CancellationToken ct)
    {
        var member = (await providers.MembersAsync(ct)).Where(m => m.ProviderId == providerId).ToList();
        if (member.Count == 0)
        {
            throw new EntityNotFoundException(typeof(OfstedStatus), providerId);
        }

        await interests.RefuseConflictedAsync(providerId, ct);
        db.OfstedStatuses.Add(new OfstedStatus(
            user.OrganisationId, providerId, input, Me, Now, LondonTime.DateOf(Now)));
        await db.SaveChangesAsync(ct);
        return (await ToDtosAsync(member, ct))[0];
    }

    private async Task<IReadOnlyList<OfstedProviderDto>> ToDtosAsync(
        IReadOnlyList<(Guid ProviderId, string Name, string? Urn)> members, CancellationToken ct)
    {
        var ids = members.Select(m => m.ProviderId).ToList();
        var latest = await providers.LatestAsync(ids, ct);
        var today = LondonTime.DateOf(Now);
        var standings = (await db.Standings.AsNoTracking()
            .Where(s => s.HostAuthorityId == user.OrganisationId && ids.Contains(s.ProviderId))
            .ToListAsync(ct)).ToLookup(s => s.ProviderId);
        var open = await db.OfstedDifferences
            .Where(d => d.HostAuthorityId == user.OrganisationId && d.State == OfstedDifferenceState.Open
                && ids.Contains(d.ProviderId))
            .GroupBy(d => d.ProviderId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return
        [
            .. members.Select(m => new OfstedProviderDto(
                m.ProviderId, m.Name, m.Urn, latest.GetValueOrDefault(m.ProviderId)?.ToDto(),
                [.. standings[m.ProviderId].Select(s => s.StateOn(today)).Distinct().Order()],
                open.GetValueOrDefault(m.ProviderId))),
        ];
    }

    public async Task<IReadOnlyList<OfstedDifferenceDto>> GetDifferencesAsync(CancellationToken ct) =>
    [
        .. (await db.OfstedDifferences.AsNoTracking()
                .Where(d => d.HostAuthorityId == user.OrganisationId && !db.ConflictsOf(user).Contains(d.ProviderId))
                .OrderBy(d => d.State == OfstedDifferenceState.Open ? 0 : 1).ThenByDescending(d => d.FoundAt)
                .ThenBy(d => d.ProviderName).ThenBy(d => d.Id).Take(OfstedConsts.MaxReportedRows).ToListAsync(ct))
            .Select(d => d.ToDto()),
    ];

    public async Task<IReadOnlyList<OfstedDifferenceDto>> ResolveAsync(Guid id, ReasonDto input, CancellationToken ct)
    {
        var difference = await db.OfstedDifferences.SingleOrDefaultAsync(
            d => d.Id == id && d.HostAuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(OfstedDifference), id);
        await interests.RefuseConflictedAsync(difference.ProviderId, ct);
        difference.EnsureUnchangedSince(input.Version);
        difference.Resolve(input.Reason, Me, Now);
        await db.SaveChangesAsync(ct);
        return await GetDifferencesAsync(ct);
    }
}
