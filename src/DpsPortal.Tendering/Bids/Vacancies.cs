using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// Which of a bidder's own rooms are promised in the nights that are sought. They may still be bid: they may come free.
/// </summary>
/// <param name="Today">The London date.</param>
internal sealed record Vacancies(
    NeedsProfileDto Needs, IReadOnlyList<PremisesSummary> Homes, DateOnly Today, ILookup<Guid, Nights> Promised)
{
    /// <summary>For the choice of a room, before a bid says from when it is free.</summary>
    public IReadOnlyList<PromisedPlaceDto> Remarks() =>
    [
        .. Homes.SelectMany(h => h.Places)
            .Select(place => (place.Id, When: When(place, availableFrom: null)))
            .Where(p => p.When is not null).Select(p => new PromisedPlaceDto(p.Id, p.When!)),
    ];

    /// <summary>Of the room that the bid offers.</summary>
    public IEnumerable<string> Warnings(BidContent? bid)
    {
        foreach (var (home, place) in Homes.SelectMany(h => h.Places.Select(p => (h, p)))
            .Where(offered => offered.p.Id == bid?.PlaceId))
        {
            if (place.Unseen)
            {
                yield return $"{place.Name} in {home.Name} was added or changed after the last visit. It has to be "
                    + "visited first.";
            }

            if (When(place, bid?.AvailableFrom) is { } when)
            {
                yield return $"{place.Name} in {home.Name} is promised to somebody {when}.";
            }
        }
    }

    private string? When(PlaceDto place, DateOnly? availableFrom) =>
        Stay.Promised(Stay.NightsOf(Needs, availableFrom, Today), place.Id, Promised);
}
