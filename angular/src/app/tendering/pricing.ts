import { PriceLineDto, PriceLineKind } from '../proxy/models';
import { formatMoney, parseDecimal, parsePounds } from '../ui/money';

/** What the server takes in a bid, in whole pence a week, an hour or a night, and once. */
export const MOST_WEEKLY_PENCE = 10_000_000;
export const MOST_RATE_PENCE = 1_000_000;
export const MOST_SET_UP_PENCE = 1_000_000;
const HOURS_OF_WEEK = 168;
const NIGHTS_OF_WEEK = 7;

/** A price line as typed. */
export interface LineText {
  kind: PriceLineKind;
  /** Pounds a week; counts for the home only. */
  weekly: string;
  /** Hours or nights a week. */
  quantity: string;
  /** Pounds an hour or a night. */
  rate: string;
}

export const isByNight = (kind: PriceLineKind): boolean => kind === 'WakingNight' || kind === 'SleepIn';

export function lineOf({ kind, weekly, quantity, rate }: LineText): PriceLineDto {
  if (kind === 'Accommodation') return { kind, weeklyPence: parsePounds(weekly) ?? null };

  const amount = parseDecimal(quantity) ?? null;
  const ratePence = parsePounds(rate) ?? null;
  return isByNight(kind) ? { kind, nightsPerWeek: amount, ratePence } : { kind, hoursPerWeek: amount, ratePence };
}

/** Why a typed number is no quantity a week of this kind; nothing where it is one, or is still to come. */
export function quantityProblem(kind: PriceLineKind, text: string): string | undefined {
  const most = isByNight(kind) ? NIGHTS_OF_WEEK : HOURS_OF_WEEK;
  if (text.trim() === '') return undefined;
  if (isLongerThan(text, 6)) return `Enter ${most} or fewer`;

  const quantity = parseDecimal(text);
  if (quantity === undefined) return 'Enter a number with at most two decimals, like 7.5';
  return quantity > most ? `Enter ${most} or fewer` : undefined;
}

/**
 * Why a typed price is none; nothing where it is one, or is still to come.
 * @param most Pence.
 * @param what Said of a price whose line has no other name, `for setting up`.
 */
export function poundsProblem(text: string, most: number, what = ''): string | undefined {
  const of = what && ` ${what}`;
  const pence = parsePounds(text);
  if (text.trim() === '') return undefined;
  if (isLongerThan(text, 9) || (pence ?? 0) > most) return `Enter ${formatMoney(most)} or less${of}`;
  return pence === undefined ? `Enter pounds and pence${of}, like 24.50` : undefined;
}

/** More digits before the point than any amount has: what is wrong with it is its size. */
const isLongerThan = (text: string, digits: number): boolean =>
  new RegExp(`^£?\\d{${digits + 1},}(\\.\\d*)?$`).test(text.replace(/[\s,]/g, ''));

/** Undefined where what is typed cannot be used: a figure that leaves it out would look complete. */
export interface Price {
  readonly linePence: readonly (number | undefined)[];
  readonly totalWeeklyPence: number | undefined;
  readonly fourWeeklyPence: number | undefined;
  readonly wholeTermPence: number | undefined;
}

/**
 * The figures while somebody types, by the server's own rule: hours as whole hundredths times whole pence, half a
 * penny up, line by line. All are whole numbers far below 2^53, so nothing is lost. The server's answer replaces them.
 */
export function priceOf(lines: readonly LineText[], setUp: string, weeks: number): Price {
  const linePence = lines.map(penceOf);
  const total = linePence.reduce<number | undefined>(
    (sum, pence) => (sum === undefined || pence === undefined ? undefined : sum + pence),
    0,
  );
  const once = poundsProblem(setUp, MOST_SET_UP_PENCE) ? undefined : (parsePounds(setUp) ?? 0);
  return {
    linePence,
    totalWeeklyPence: total,
    fourWeeklyPence: total === undefined ? undefined : 4 * total,
    wholeTermPence: total === undefined || once === undefined ? undefined : weeks * total + once,
  };
}

function penceOf({ kind, weekly, quantity, rate }: LineText): number | undefined {
  if (kind === 'Accommodation') {
    return poundsProblem(weekly, MOST_WEEKLY_PENCE) ? undefined : (parsePounds(weekly) ?? 0);
  }
  if (quantityProblem(kind, quantity) || poundsProblem(rate, MOST_RATE_PENCE)) return undefined;

  const hundredths = Math.round((parseDecimal(quantity) ?? 0) * 100);
  return Math.floor((hundredths * (parsePounds(rate) ?? 0) + 50) / 100);
}
