import { formatDate } from '../../ui/uk-date';

/** First and last day, both included, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export type PeriodName = 'year' | 'quarter' | 'month' | 'own';

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The day it is in London at an instant given in milliseconds. */
export const dayOf = (instant: number): string => LONDON.format(instant);

/** From the address to a name; two dates without a name are dates of one's own. */
export function periodNameOf(name: string | undefined, from: string | undefined, to: string | undefined): PeriodName {
  if (name === 'quarter' || name === 'month' || name === 'year') return name;
  return ISO.test(from ?? '') && ISO.test(to ?? '') ? 'own' : 'year';
}

/** A council's financial year begins on 1 April; its quarters are those of the calendar. */
export function daysOf(name: Exclude<PeriodName, 'own'>, today: string): Days {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  switch (name) {
    case 'year':
      return { from: `${month < 3 ? year - 1 : year}-04-01`, to: today };
    case 'quarter': {
      const first = Math.floor(month / 3) * 3;
      return { from: iso(year, first - 3, 1), to: iso(year, first, 0) };
    }
    case 'month':
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
  }
}

/** `April to June 2026`, `October 2026`, or day by day where a month is cut: `1 April 2026 to 24 November 2026`. */
export function daysInWords({ from, to }: Days): string {
  if (!from.endsWith('-01') || to !== lastDayOf(to)) return `${formatDate(from)} to ${formatDate(to)}`;

  const [first, last] = [monthName(from), monthName(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${last} ${to.slice(0, 4)}`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${first} to ${last} ${to.slice(0, 4)}`
    : `${first} ${from.slice(0, 4)} to ${last} ${to.slice(0, 4)}`;
}

export const lastDayOf = (day: string): string => iso(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0);

export const daysInMonth = (day: string): number => Number(lastDayOf(day).slice(8));

export function monthName(day: string, style: 'long' | 'short' = 'long'): string {
  // "Sep" as the other months, not the British "Sept".
  return new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(new Date(`${day.slice(0, 7)}-01`))
    .slice(0, style === 'short' ? 3 : undefined);
}

/** Months count from 0 and may run over either end of the year; day 0 is the last of the month before. */
const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
