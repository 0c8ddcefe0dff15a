using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.OfstedRecords;

internal sealed class OfstedAppService(
    IAccreditationDbContext db, ICurrentUser user, OfstedProviders providers, TimeProvider clock) : IOfstedAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<IReadOnlyList<OfstedProviderDto>> GetListAsync(CancellationToken ct)
    {
        var members = await providers.MembersAsync(ct);
        var latest = await providers.LatestAsync(ct);
        var today = LondonTime.DateOf(Now);
        var standings = (await db.Standings.AsNoTracking().Where(s => s.HostAuthorityId == user.OrganisationId)
            .ToListAsync(ct)).ToLookup(s => s.ProviderId);
        var open = await db.OfstedDifferences
            .Where(d => d.HostAuthorityId == user.OrganisationId && d.State == OfstedDifferenceState.Open)
            .GroupBy(d => d.ProviderId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return
        [
            .. members.Select(m => new OfstedProviderDto(
                m.ProviderId, m.Name, m.Urn, latest.GetValueOrDefault(m.ProviderId)?.ToDto(),
                [.. standings[m.ProviderId].Select(s => s.StateOn(today)).Distinct().Order()],
                open.GetValueOrDefault(m.ProviderId))),
        ];
    }

    public async Task<IReadOnlyList<OfstedProviderDto>> RecordAsync(
        Guid providerId, RecordOfstedStatusDto input, CancellationToken ct)
    {
        if ((await providers.MembersAsync(ct)).All(m => m.ProviderId != providerId))
        {
            throw new EntityNotFoundException(typeof(OfstedStatus), providerId);
        }

        db.OfstedStatuses.Add(new OfstedStatus(
            user.OrganisationId, providerId, input, Me, Now, LondonTime.DateOf(Now)));
        await db.SaveChangesAsync(ct);
        return await GetListAsync(ct);
    }

    public async Task<IReadOnlyList<OfstedDifferenceDto>> GetDifferencesAsync(CancellationToken ct) =>
    [
        .. (await db.OfstedDifferences.AsNoTracking().Where(d => d.HostAuthorityId == user.OrganisationId)
                .OrderBy(d => d.State == OfstedDifferenceState.Open ? 0 : 1).ThenByDescending(d => d.FoundAt)
                .ThenBy(d => d.ProviderName).ThenBy(d => d.Id).Take(OfstedConsts.MaxReportedRows).ToListAsync(ct))
            .Select(d => d.ToDto()),
    ];

    public async Task<IReadOnlyList<OfstedDifferenceDto>> ResolveAsync(Guid id, ReasonDto input, CancellationToken ct)
    {
        var difference = await db.OfstedDifferences.SingleOrDefaultAsync(
            d => d.Id == id && d.HostAuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(OfstedDifference), id);
        difference.EnsureUnchangedSince(input.Version);
        difference.Resolve(input.Reason, Me, Now);
        await db.SaveChangesAsync(ct);
        return await GetDifferencesAsync(ct);
    }
}
