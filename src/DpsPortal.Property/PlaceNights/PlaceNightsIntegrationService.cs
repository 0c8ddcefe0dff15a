using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.PlaceNights;

internal sealed class PlaceNightsIntegrationService(IPropertyDbContext db, ICurrentUser user)
    : IPlaceNightsIntegrationService
{
    public Task<ILookup<Guid, Nights>> GetPromisedAsync(
        IReadOnlyCollection<Guid> placeIds, DateOnly from, Guid? exceptCallOffId, CancellationToken ct) =>
        db.GetPromisedAsync(placeIds, from, exceptCallOffId, ct);

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> GetLastNightsAsync(
        Guid authorityId, IReadOnlyCollection<Guid> premisesIds, DateOnly today, CancellationToken ct)
    {
        var leaving = await db.PlaceNights
            .Where(n => n.AuthorityId == authorityId && premisesIds.Contains(n.PremisesId)
                && n.FirstNight <= today && n.FirstNight < n.LeavesOn)
            .GroupBy(n => n.PremisesId).Select(g => new { Id = g.Key, LeavesOn = g.Max(n => n.LeavesOn) })
            .ToListAsync(ct);
        return leaving.ToDictionary(l => l.Id, l => l.LeavesOn > today ? today : l.LeavesOn.AddDays(-1));
    }

    public async Task PromiseAsync(PlacePromise promise, CancellationToken ct)
    {
        await db.HoldPlacesAsync([promise.PlaceId], ct);
        var home = await db.Premises.WithoutAddress().SingleOrDefaultAsync(p => p.Id == promise.PremisesId, ct);
        var place = home?.Places.SingleOrDefault(p => p.Id == promise.PlaceId)
            ?? throw new DbUpdateConcurrencyException("The place was removed since it was read.");
        if (await db.PlaceNights.AnyAsync(n => n.CallOffId == promise.CallOffId, ct))
        {
            throw new DbUpdateConcurrencyException("The call-off was awarded since it was read.");
        }

        var promised = await db.GetPromisedAsync([place.Id], promise.Nights.First, except: null, ct);
        if (PlaceVacancy.InTheWay(promise.Nights, promised[place.Id]) is { } inTheWay)
        {
            throw new BusinessException(PropertyErrorCodes.PlaceAlreadyPromised)
                .WithData("when", inTheWay.InWords(promise.Nights.First));
        }

        db.PlaceNights.Add(new PlaceNights(Guid.CreateVersion7(), promise));
    }

    public async Task MoveLeavingAsync(Guid callOffId, DateOnly leavesOn, CancellationToken ct)
    {
        if (await OwnAsync(callOffId, ct) is not { } own)
        {
            return;
        }

        await db.HoldPlacesAsync([own.PlaceId], ct);
        await RefuseOthersNightsAsync(own, leavesOn, ct);
        own.MoveLeaving(leavesOn);
    }

    public async Task EnsureFreeAsync(Guid callOffId, DateOnly leavesOn, CancellationToken ct)
    {
        if (await OwnAsync(callOffId, ct) is { } own)
        {
            await RefuseOthersNightsAsync(own, leavesOn, ct);
        }
    }

    private Task<PlaceNights?> OwnAsync(Guid callOffId, CancellationToken ct) => db.PlaceNights.SingleOrDefaultAsync(
        n => n.CallOffId == callOffId && n.AuthorityId == user.OrganisationId, ct);

    private async Task RefuseOthersNightsAsync(PlaceNights own, DateOnly leavesOn, CancellationToken ct)
    {
        var promised = await db.GetPromisedAsync([own.PlaceId], own.FirstNight, own.CallOffId, ct);
        if (PlaceVacancy.InTheWay(own.Nights with { LeavesOn = leavesOn }, promised[own.PlaceId]) is { } next)
        {
            throw new BusinessException(PropertyErrorCodes.PlacePromisedNext).WithData("from", next.First);
        }
    }

    public Task<PromisedHome?> GetHomeAsync(Guid callOffId, CancellationToken ct) =>
        db.GetPromisedHomeAsync(callOffId, ct);
}
