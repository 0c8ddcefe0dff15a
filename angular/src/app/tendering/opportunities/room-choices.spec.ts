import { OpportunityDto, PlaceDto, PremisesDto } from '../../proxy/models';
import { roomChoices } from './room-choices';

const room = (id: string, unseen = false): PlaceDto => ({
  id,
  name: `Room ${id}`,
  bedroomArea: 9,
  maxOccupants: 1,
  bedroomLargeEnough: true,
  unseen,
});

const home = (id: string, outwardCode: string, places: PlaceDto[], over: Partial<PremisesDto> = {}): PremisesDto =>
  ({
    id,
    name: id,
    outwardCode,
    category: 'Shared',
    standing: 'Usable',
    standingReasons: [],
    places,
    ...over,
  }) as unknown as PremisesDto;

const need = {
  needs: { categoryWanted: 'Shared', excludedAreas: ['ZZ9'], preferredAreas: ['ZZ1'] },
  promisedPlaces: [{ placeId: 'promised', when: 'until 5 June 2027' }],
} as unknown as OpportunityDto;

describe('the rooms of a bidder', () => {
  it('stand in the order in which they can win, and none is missing', () => {
    const choices = roomChoices(
      [
        home('away', 'ZZ9', [room('a')]),
        home('suspended', 'ZZ1', [room('b')], {
          standing: 'Suspended',
          standingReasons: ['There is no gas safety record.'],
        }),
        home('asked', 'ZZ1', [room('promised'), room('new', true), room('free')]),
        home('elsewhere', 'ZZ2', [room('c')]),
      ],
      need,
    );

    expect(choices.map(({ value, hint }) => [value, hint])).toEqual([
      ['asked|free', 'ZZ1. In an area they asked for'],
      ['elsewhere|c', 'ZZ2. Not in an area they asked for'],
      ['asked|promised', 'ZZ1. In an area they asked for. Promised until 5 June 2027'],
      ['asked|new', 'ZZ1. In an area they asked for. Added or changed since the last visit'],
      ['away|a', 'ZZ9. An area to stay away from'],
      ['suspended|b', 'ZZ1. Cannot take anybody now: There is no gas safety record'],
    ]);
  });
});
