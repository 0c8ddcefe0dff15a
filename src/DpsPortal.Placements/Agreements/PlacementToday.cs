using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

/// <summary>
/// Prices that wait for this person, never their own, what was sent back to them, awards that become placements, and
/// stays that end soon; for a provider, who moves in next.
/// </summary>
internal sealed class PlacementToday(
    IPlacementsDbContext db, ICallOffInterests interests, INewsRead news, ICurrentUser user, TimeProvider clock)
    : ITodaySource
{
    private const string ReturnedProposal = "Placement.SentBack";

    /// <summary>The notice of a planned ending: 28 days. Source: domain §4.7.</summary>
    private const int NoticeDays = 28;

    /// <summary>By then whoever proposed it has read it, or does not mean to.</summary>
    private const int SentBackDays = 14;

    public IReadOnlyList<string> NewsKinds => [ReturnedProposal];

    public Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(PlacementsPermissions.Placements.ProposePrice) || user.Has(PlacementsPermissions.Placements.Manage)
            ? OfAuthorityAsync(ct)
        : user.Has(PlacementsPermissions.Placements.View) ? MovesAsync(ct)
        : Task.FromResult<IReadOnlyList<TodayItemDto>>([]);

    private async Task<IReadOnlyList<TodayItemDto>> OfAuthorityAsync(CancellationToken ct)
    {
        var conflicted = await interests.GetConflictedAsync(ct);
        var own = db.Placements.AsNoTracking().Where(p => p.AuthorityId == user.OrganisationId
            && (p.CallOffId == null || !conflicted.Contains(p.CallOffId.Value)));
        return
        [
            .. user.Has(PlacementsPermissions.Placements.Manage)
                ? [.. await PricesAsync(own, ct), .. await ExtensionsAsync(own, ct)] : Array.Empty<TodayItemDto>(),
            .. await SentBackAsync(own, ct),
            .. user.Has(TenderingPermissions.CallOffs.Prepare) ? await AwardedAsync(own, ct) : [],
            .. await EndingsAsync(own, ct),
        ];
    }

    private async Task<IReadOnlyList<TodayItemDto>> PricesAsync(IQueryable<Placement> own, CancellationToken ct)
    {
        var waiting = await own
            .Where(p => p.State == PlacementState.PriceProposed)
            .Where(p => p.Proposals.Any(o => o.Outcome == null && o.ProposedById != user.Id))
            .OrderBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.ProviderName })
            .ToListAsync(ct);
        return [.. waiting.Select(p => new TodayItemDto("Placement.ConfirmPrice", p.Id, p.Reference, p.ProviderName))];
    }

    private async Task<IReadOnlyList<TodayItemDto>> ExtensionsAsync(IQueryable<Placement> own, CancellationToken ct)
    {
        var waiting = await own
            .Where(p => p.State == PlacementState.ExtensionProposed)
            .Where(p => p.Extension!.ProposedById != user.Id)
            .OrderBy(p => p.PlannedEndOn).ThenBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.ProviderName, p.PlannedEndOn })
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(p => new TodayItemDto(
                "Placement.ConfirmExtension", p.Id, p.Reference, p.ProviderName, DueOn: p.PlannedEndOn)),
        ];
    }

    /// <summary>Own proposals that a colleague sent back, until they are looked at or something is proposed anew.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> SentBackAsync(IQueryable<Placement> own, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-SentBackDays);
        var returned = await own
            .Where(p => p.SentBack!.ToId == user.Id && p.SentBack.At > since)
            .OrderBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.SentBack!.ByName, p.SentBack.At })
            .ToListAsync(ct);
        var read = returned.Count > 0 ? await news.GetAsync(ReturnedProposal, ct) : new Dictionary<Guid, DateTime>();
        return
        [
            .. returned.Where(p => !(read.TryGetValue(p.Id, out var at) && at >= p.At))
                .Select(p => new TodayItemDto(ReturnedProposal, p.Id, p.Reference, p.ByName)),
        ];
    }

    /// <summary>
    /// What was awarded and has not begun: full referral and agreement pass between the two sides outside this portal,
    /// so that it is done when the first night has come.
    /// </summary>
    private async Task<IReadOnlyList<TodayItemDto>> AwardedAsync(IQueryable<Placement> own, CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var awarded = await own
            .Where(p => p.CallOffId != null && p.StartsOn >= today && p.EndedOn == null)
            .OrderBy(p => p.StartsOn).ThenBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.ProviderName, p.StartsOn })
            .ToListAsync(ct);
        return
        [
            .. awarded.Select(p => new TodayItemDto(
                "Placement.Arrange", p.Id, p.ProviderName, p.Reference, DueOn: p.StartsOn)),
        ];
    }

    /// <summary>Planned ends that nobody has recorded: until then the stay can be made longer.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> EndingsAsync(IQueryable<Placement> own, CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var ending = await own
            .Where(p => p.EndedOn == null
                && p.State != PlacementState.ExtensionProposed
                && p.PlannedEndOn > today && p.PlannedEndOn <= today.AddDays(NoticeDays))
            .OrderBy(p => p.PlannedEndOn).ThenBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.ProviderName, p.PlannedEndOn })
            .ToListAsync(ct);
        return
        [
            .. ending.Select(p => new TodayItemDto(
                "Placement.EndsSoon", p.Id, p.Reference, p.ProviderName, DueOn: p.PlannedEndOn)),
        ];
    }

    /// <summary>Only a provider's own: first nights from today on.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> MovesAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var moves = await db.Placements.AsNoTracking()
            .Where(p => p.ProviderId == user.OrganisationId && p.StartsOn >= today && p.EndedOn == null)
            .OrderBy(p => p.StartsOn).ThenBy(p => p.Reference)
            .Take(ITodaySource.MostItems)
            .Select(p => new { p.Id, p.Reference, p.AuthorityName, p.StartsOn })
            .ToListAsync(ct);
        return
        [
            .. moves.Select(p => new TodayItemDto(
                "Placement.Welcome", p.Id, p.Reference, p.AuthorityName, DueOn: p.StartsOn)),
        ];
    }
}
