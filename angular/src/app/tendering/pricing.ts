import { PriceLineDto, PriceLineKind } from '../proxy/models';
import { parseDecimal, parsePounds } from '../ui/money';

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

export interface Price {
  readonly linePence: readonly number[];
  readonly totalWeeklyPence: number;
  readonly fourWeeklyPence: number;
  readonly wholeTermPence: number;
}

/**
 * The figures while somebody types, by the server's own rule: hours as whole hundredths times whole pence, half a
 * penny up, line by line. All are whole numbers far below 2^53, so nothing is lost. The server's answer replaces them.
 */
export function priceOf(lines: readonly PriceLineDto[], setUpPence: number, weeks: number): Price {
  const linePence = lines.map((line) => {
    if (line.kind === 'Accommodation') return line.weeklyPence ?? 0;

    const hundredths = Math.round((line.hoursPerWeek ?? line.nightsPerWeek ?? 0) * 100);
    return Math.floor((hundredths * (line.ratePence ?? 0) + 50) / 100);
  });
  const totalWeeklyPence = linePence.reduce((sum, pence) => sum + pence, 0);
  return {
    linePence,
    totalWeeklyPence,
    fourWeeklyPence: 4 * totalWeeklyPence,
    wholeTermPence: weeks * totalWeeklyPence + setUpPence,
  };
}
