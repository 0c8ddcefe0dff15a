import { SpendShareDto } from '../../proxy/models';
import { boroughOf } from './boroughs';

/** Steps of colour: as many as can be told apart at a glance. */
const STEPS = 4;

export interface BoroughSpend {
  /** A borough's share, largest first. */
  readonly boroughs: readonly (SpendShareDto & { readonly codes: readonly string[] })[];
  /** The areas that are on no borough. */
  readonly elsewhere: readonly SpendShareDto[];
  readonly elsewherePence: number;
}

/** The spend by outward code, added up by borough. A placement has one home and so counts once. */
export function byBorough(areas: readonly SpendShareDto[]): BoroughSpend {
  const boroughs = new Map<string, SpendShareDto & { codes: string[] }>();
  const elsewhere: SpendShareDto[] = [];
  for (const area of areas) {
    const name = boroughOf(area.name);
    if (!name) {
      elsewhere.push(area);
      continue;
    }
    const sum = boroughs.get(name) ?? { name, pence: 0, placements: 0, nights: 0, codes: [] };
    sum.pence += area.pence;
    sum.placements += area.placements;
    sum.nights += area.nights;
    sum.codes.push(area.name);
    boroughs.set(name, sum);
  }
  return {
    boroughs: [...boroughs.values()].sort((a, b) => b.pence - a.pence || a.name.localeCompare(b.name, 'en')),
    elsewhere,
    elsewherePence: elsewhere.reduce((sum, { pence }) => sum + pence, 0),
  };
}

/**
 * The end of the first step of colour, in pence; each step ends at twice the one before, so that one large borough
 * does not make all others alike. 1, 2, 2.5 or 5 times a power of ten pounds, such that the last step holds the largest.
 */
export function stepOf(mostPence: number): number {
  const least = Math.max(mostPence / 2 ** (STEPS - 1), 100);
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.round(power * ([1, 2, 2.5, 5].find((times) => times * power >= least) ?? 10));
}

/** 1 to 4; a sum at the edge of a step is still in it. */
export const shadeOf = (pence: number, step: number): number =>
  Math.min(STEPS, Math.max(1, 1 + Math.ceil(Math.log2(pence / step))));
