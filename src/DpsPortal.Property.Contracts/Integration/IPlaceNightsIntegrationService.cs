using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Integration;

/// <summary>
/// Who may be promised a place for which nights: asked by whoever awards or ends a stay. What changes is added to the
/// caller's unit of work, unsaved, and needs the caller's transaction: others wait until it ends.
/// </summary>
public interface IPlaceNightsIntegrationService
{
    /// <summary>
    /// By place, the nights promised to anybody from a London date on; to whom is not said.
    /// </summary>
    /// <param name="exceptCallOffId">A call-off whose own promise, to or by the caller, does not count.</param>
    Task<ILookup<Guid, Nights>> GetPromisedAsync(
        IReadOnlyCollection<Guid> placeIds, DateOnly from, Guid? exceptCallOffId, CancellationToken ct);

    /// <summary>
    /// In which of these homes a stay that was promised to this authority has begun (fact 23), each with the last night
    /// up to today. Asked by the authority or by the homes' provider; others learn of none.
    /// </summary>
    /// <param name="today">The London date.</param>
    Task<IReadOnlyDictionary<Guid, DateOnly>> GetLastNightsAsync(
        Guid authorityId, IReadOnlyCollection<Guid> premisesIds, DateOnly today, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="PropertyErrorCodes.PlaceAlreadyPromised"/>: to somebody else, for one of these nights.
    /// </exception>
    Task PromiseAsync(PlacePromise promise, CancellationToken ct);

    /// <summary>
    /// Moves the day of leaving of what was promised for a call-off of the caller's: earlier frees the place, on the
    /// first night altogether. Nothing happens where nothing was promised.
    /// </summary>
    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="PropertyErrorCodes.PlacePromisedNext"/>: later, and somebody else comes before that day.
    /// </exception>
    Task MoveLeavingAsync(Guid callOffId, DateOnly leavesOn, CancellationToken ct);

    /// <summary>Whether <see cref="MoveLeavingAsync"/> would be refused as things stand.</summary>
    /// <exception cref="Framework.Domain.BusinessException"><see cref="PropertyErrorCodes.PlacePromisedNext"/>.</exception>
    Task EnsureFreeAsync(Guid callOffId, DateOnly leavesOn, CancellationToken ct);

    /// <summary>
    /// The home and the room that were promised for a call-off, with the address, which only the two sides of the
    /// promise may know (fact 21); null for everybody else, and after the day of leaving.
    /// </summary>
    Task<PromisedHome?> GetHomeAsync(Guid callOffId, CancellationToken ct);
}

public sealed record PromisedHome(string Name, string PlaceName, string AddressLine, string Town, string Postcode);

public sealed record PlacePromise(
    Guid CallOffId, Guid AuthorityId, Guid ProviderId, Guid PremisesId, Guid PlaceId, Nights Nights);
