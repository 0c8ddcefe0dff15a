using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

internal sealed class PlacementAppService(
    IPlacementsDbContext db, IPlaceNightsIntegrationService nights, ICallOffInterests interests, ICurrentUser user,
    IAuditTrail audit, TimeProvider clock) : IPlacementAppService
{
    private const int DefaultPageSize = 20;

    public async Task<PagedResult<PlacementListItemDto>> GetListAsync(PlacementQuery query, CancellationToken ct)
    {
        var today = Today();
        var conflicted = await interests.GetConflictedAsync(ct);
        var found = Mine().AsNoTracking().Where(p => p.CallOffId == null || !conflicted.Contains(p.CallOffId.Value));
        if (query.CurrentOnly == true)
        {
            found = found.Where(p => (p.EndedOn ?? p.PlannedEndOn) > today);
        }

        if (query.CallOffId is { } callOffId)
        {
            found = found.Where(p => p.CallOffId == callOffId);
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            found = Matching(found, query.Search.Trim());
        }

        var count = await found.CountAsync(ct);
        var size = query.PageSize ?? DefaultPageSize;
        var page = await found
            .OrderByDescending(p => p.StartsOn).ThenBy(p => p.Reference)
            .Skip(((query.Page ?? 1) - 1) * size).Take(size)
            .ToListAsync(ct);
        return new PagedResult<PlacementListItemDto>(count, [.. page.Select(p => PlacementDtos.ListItem(p, today, user))]);
    }

    /// <summary>What the authority weighs within is none of the provider's business; what it decided is.</summary>
    private static readonly string[] Within =
    [
        nameof(Placement.ProposePrice), nameof(Placement.SendBackPrice),
        nameof(Placement.ProposeExtension), nameof(Placement.SendBackExtension),
    ];

    public async Task<PlacementDto> GetAsync(Guid id, CancellationToken ct) => await ToDtoAsync(await MineAsync(id, ct), ct);

    public async Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct)
    {
        var placement = await MineAsync(id, ct);
        var history = await audit.GetListAsync(nameof(Placement), id, ct);
        return placement.AuthorityId == user.OrganisationId
            ? history
            : [.. history.Where(h => !Within.Contains(h.Action))];
    }

    public async Task<PlacementDto> ProposePriceAsync(Guid id, ProposePriceDto input, CancellationToken ct)
    {
        var placement = await OwnAsync(id, input.Version, ct);
        var price = new WeeklyAmounts(
            input.AccommodationPence, input.CoreSupportPence, input.AdditionalSupportPence, input.OtherPence);
        placement.ProposePrice(input.From, price, input.Reason, user.Id, user.Name, Now());
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    public async Task<PlacementDto> ConfirmPriceAsync(Guid id, PlacementVersionDto input, CancellationToken ct)
    {
        var placement = await OwnAsync(id, input.Version, ct);
        placement.ConfirmPrice(user.Id, user.Name, Now());
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    public async Task<PlacementDto> SendBackPriceAsync(Guid id, ReasonedDto input, CancellationToken ct)
    {
        var reason = ReasonOf(input);
        var placement = await OwnAsync(id, input.Version, ct);
        placement.SendBackPrice(user.Id, user.Name, Now(), reason);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    public async Task<PlacementDto> EndAsync(Guid id, EndPlacementDto input, CancellationToken ct)
    {
        var placement = await OwnAsync(id, input.Version, ct);
        placement.End(input.EndsOn, input.Reason, input.AsPlanned, user.Name, Now());
        return await SaveWithNightsAsync(placement, ct);
    }

    public async Task<PlacementDto> TakeBackEndAsync(Guid id, ReasonedDto input, CancellationToken ct)
    {
        var reason = ReasonOf(input);
        var placement = await OwnAsync(id, input.Version, ct);
        placement.TakeBackEnd(reason);
        return await SaveWithNightsAsync(placement, ct);
    }

    public async Task<PlacementDto> ProposeExtensionAsync(Guid id, ExtendPlacementDto input, CancellationToken ct)
    {
        var placement = await OwnAsync(id, input.Version, ct);
        placement.ProposeExtension(input.PlannedEndOn, user.Id, user.Name, Now());
        if (placement.CallOffId is { } callOffId)
        {
            await nights.EnsureFreeAsync(callOffId, input.PlannedEndOn, ct);
        }

        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    public async Task<PlacementDto> ConfirmExtensionAsync(Guid id, PlacementVersionDto input, CancellationToken ct)
    {
        var placement = await OwnAsync(id, input.Version, ct);
        placement.ConfirmExtension(user.Id);
        return await SaveWithNightsAsync(placement, ct);
    }

    public async Task<PlacementDto> SendBackExtensionAsync(Guid id, ReasonedDto input, CancellationToken ct)
    {
        var reason = ReasonOf(input);
        var placement = await OwnAsync(id, input.Version, ct);
        placement.SendBackExtension(user.Id, user.Name, Now(), reason);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    /// <summary>What is promised of the place moves in the same save.</summary>
    private async Task<PlacementDto> SaveWithNightsAsync(Placement placement, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (placement.CallOffId is { } callOffId)
        {
            await nights.MoveLeavingAsync(callOffId, placement.EndsOn, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await ToDtoAsync(placement, ct);
    }

    private async Task<PlacementDto> ToDtoAsync(Placement placement, CancellationToken ct)
    {
        var home = placement.CallOffId is { } callOffId && user.Has(PlacementsPermissions.Placements.ViewHome)
            ? await nights.GetHomeAsync(callOffId, ct)
            : null;
        return PlacementDtos.Of(placement, home, Today(), user);
    }

    /// <summary>Both sides of an agreement may read it.</summary>
    private IQueryable<Placement> Mine() =>
        db.Placements.Where(p => p.AuthorityId == user.OrganisationId || p.ProviderId == user.OrganisationId);

    /// <exception cref="EntityNotFoundException">No such placement, or one of others.</exception>
    private async Task<Placement> MineAsync(Guid id, CancellationToken ct)
    {
        var placement = await Mine().SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw new EntityNotFoundException(typeof(Placement), id);
        await RefuseConflictedAsync(placement, ct);
        return placement;
    }

    /// <summary>A conflict does not end with the award (fact 14).</summary>
    private async Task RefuseConflictedAsync(Placement placement, CancellationToken ct)
    {
        if (placement.CallOffId is { } callOffId && (await interests.GetConflictedAsync(ct)).Contains(callOffId))
        {
            throw new ForbiddenByStageException(TenderingErrorCodes.ConflictDeclared);
        }
    }

    /// <summary>Only the authority that pays may change it.</summary>
    /// <exception cref="EntityNotFoundException">No such placement, or another authority's.</exception>
    private async Task<Placement> OwnAsync(Guid id, uint version, CancellationToken ct)
    {
        var placement = await db.Placements
            .SingleOrDefaultAsync(p => p.Id == id && p.AuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Placement), id);
        await RefuseConflictedAsync(placement, ct);
        return placement.Version == version ? placement : throw new DbUpdateConcurrencyException();
    }

    private static string ReasonOf(ReasonedDto input) => string.IsNullOrWhiteSpace(input.Reason)
        ? throw new InvalidInputException("reason", "Say why.")
        : input.Reason.Trim();

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today() => LondonTime.DateOf(clock.GetUtcNow());

#pragma warning disable CA1304, CA1311, CA1862 // Translated into SQL: the database's own upper().
    private static IQueryable<Placement> Matching(IQueryable<Placement> placements, string search) =>
        placements.Where(p =>
            p.Reference.ToUpper().Contains(search.ToUpper())
            || p.ProviderName.ToUpper().Contains(search.ToUpper())
            || p.PremisesArea.ToUpper().Contains(search.ToUpper()));
#pragma warning restore CA1304, CA1311, CA1862
}
