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
    public Task<ILookup<Guid, PromisedSlot>> GetPromisedAsync(
        IReadOnlyCollection<Guid> placeIds, DateOnly from, Guid? exceptCallOffId, CancellationToken ct) =>
        db.GetPromisedAsync(placeIds, from, exceptCallOffId, ct);

    public async Task PromiseAsync(PlacePromise promise, CancellationToken ct)
    {
        await db.HoldPlacesAsync([promise.PlaceId], ct);
        var home = await db.Premises.WithoutAddress().SingleOrDefaultAsync(p => p.Id == promise.PremisesId, ct);
        var place = home?.Places.SingleOrDefault(p => p.Id == promise.PlaceId)
            ?? throw new DbUpdateConcurrencyException("The place was removed since it was read.");
        var promised = (await db.GetPromisedAsync([place.Id], promise.Nights.First, except: null, ct))[place.Id]
            .ToList();
        var slots = PlaceVacancy.SlotsFor(promise.Nights, promise.Alone, place.MaxOccupants, promised);
        if (slots.Count == 0)
        {
            var inTheWay = PlaceVacancy.InTheWay(promise.Nights, promise.Alone, place.MaxOccupants, promised)!;
            throw new BusinessException(PropertyErrorCodes.PlaceAlreadyPromised)
                .WithData("when", inTheWay.InWords(promise.Nights.First));
        }

        db.PlaceNights.AddRange(slots.Select(slot => new PlaceNights(Guid.CreateVersion7(), promise, slot)));
    }

    public async Task MoveLeavingAsync(Guid callOffId, DateOnly leavesOn, CancellationToken ct)
    {
        var own = await db.PlaceNights
            .Where(n => n.CallOffId == callOffId && n.AuthorityId == user.OrganisationId).ToListAsync(ct);
        if (own.Count == 0)
        {
            return;
        }

        var placeId = own[0].PlaceId;
        await db.HoldPlacesAsync([placeId], ct);
        var promised = (await db.GetPromisedAsync([placeId], own[0].FirstNight, callOffId, ct))[placeId];
        var next = promised
            .Where(p => own.Exists(n => n.Slot == p.Slot && p.Nights.Overlaps(n.Nights with { LeavesOn = leavesOn })))
            .MinBy(p => p.Nights.First);
        if (next is not null)
        {
            throw new BusinessException(PropertyErrorCodes.PlacePromisedNext).WithData("from", next.Nights.First);
        }

        own.ForEach(n => n.MoveLeaving(leavesOn));
    }
}
