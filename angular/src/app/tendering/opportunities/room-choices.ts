import { OpportunityDto, PlaceDto, PremisesDto } from '../../proxy/models';
import { Choice } from '../../ui/parts';

type Need = Pick<OpportunityDto, 'needs' | 'promisedPlaces'>;

/** What is in the way of a room, from nothing to what no award passes. */
enum Fit {
  Asked,
  Elsewhere,
  Taken,
  Refused,
}

/** Every room of the bidder's, those that can win this need first. A room that is taken may come free: it stays. */
export const roomChoices = (homes: readonly PremisesDto[], need: Need): Choice[] =>
  homes
    .flatMap((home) => home.places.map((place) => ({ home, place, ...fitOf(home, place, need) })))
    .sort((a, b) => a.fit - b.fit)
    .map(({ home, place, why }) => ({
      value: `${home.id}|${place.id}`,
      label: `${home.name}, ${place.name}`,
      hint: `${home.outwardCode}. ${why.map((each) => each.replace(/\.$/, '')).join('. ')}`,
    }));

function fitOf(home: PremisesDto, place: PlaceDto, need: Need): { fit: Fit; why: string[] } {
  const promised = need.promisedPlaces.find(({ placeId }) => placeId === place.id);
  const of = homeFit(home, need);
  const why = [
    of.why,
    ...(place.unseen ? ['Added or changed since the last visit'] : []),
    ...(promised ? [`Promised ${promised.when}`] : []),
  ];
  return { fit: place.unseen || promised ? Math.max(of.fit, Fit.Taken) : of.fit, why };
}

function homeFit(home: PremisesDto, { needs }: Need): { fit: Fit; why: string } {
  if (home.standing !== 'Usable')
    return { fit: Fit.Refused, why: `Cannot take anybody now: ${home.standingReasons.join(' ')}` };
  if (home.category !== needs.categoryWanted) return { fit: Fit.Refused, why: 'Not the kind of home they asked for' };
  if (needs.excludedAreas.includes(home.outwardCode)) return { fit: Fit.Refused, why: 'An area to stay away from' };
  return needs.preferredAreas.includes(home.outwardCode)
    ? { fit: Fit.Asked, why: 'In an area they asked for' }
    : { fit: Fit.Elsewhere, why: 'Not in an area they asked for' };
}
