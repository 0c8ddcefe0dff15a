import { SpendShareDto } from '../../proxy/models';
import { BOROUGH_SHAPES } from './borough-shapes';
import { byBorough, shadeOf, stepOf } from './borough-spend';
import { boroughOf, LONDON_CODES } from './boroughs';

const area = (name: string, pence: number): SpendShareDto => ({ name, pence, placements: 1, nights: 7 });

describe('boroughs', () => {
  it('have a shape each, and every shape has its codes, each code once', () => {
    const named = new Set(LONDON_CODES.map(boroughOf));
    expect([...named].sort()).toEqual(BOROUGH_SHAPES.map(({ name }) => name).sort());
    expect(new Set(LONDON_CODES).size).toBe(LONDON_CODES.length);
  });

  it('are found by outward code, in any case; none outside London', () => {
    expect(boroughOf('HA9')).toBe('Brent');
    expect(boroughOf('e1w')).toBe('Tower Hamlets');
    expect(boroughOf('GU1')).toBeUndefined();
  });
});

describe('spend by borough', () => {
  it('adds up the areas of a borough, largest first, and loses no penny', () => {
    const areas = [area('HA9', 300), area('SE13', 500), area('NW10', 250), area('GU1', 70), area('LU2', 30)];
    const { boroughs, elsewhere, elsewherePence } = byBorough(areas);

    expect(boroughs.map(({ name, pence }) => [name, pence])).toEqual([
      ['Brent', 550],
      ['Lewisham', 500],
    ]);
    expect(boroughs[0]).toMatchObject({ placements: 2, nights: 14, codes: ['HA9', 'NW10'] });
    expect(elsewhere.map(({ name }) => name)).toEqual(['GU1', 'LU2']);
    expect(elsewherePence).toBe(100);
  });

  it('is coloured in four steps, each to twice the one before, that hold the largest', () => {
    expect(stepOf(7_200_000)).toBe(1_000_000);
    expect(stepOf(8_000_000)).toBe(1_000_000);
    expect(stepOf(8_000_001)).toBe(2_000_000);
    expect(stepOf(0)).toBe(100);

    const sums = [1, 1_000_000, 1_000_001, 2_000_000, 4_000_000, 4_000_001, 8_000_000];
    expect(sums.map((pence) => shadeOf(pence, 1_000_000))).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });
});
