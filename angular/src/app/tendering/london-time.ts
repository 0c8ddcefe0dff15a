import { DateParts, datePartsOf } from '../ui/dates';

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-11-30` and `16:00` as the London clock shows an instant. */
export function londonOf(instant: string | number): { readonly date: string; readonly time: string } {
  const parts = Object.fromEntries(LONDON.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

export const londonDateParts = (instant: string): DateParts => datePartsOf(londonOf(instant).date);

export type LocalTimeProblem = 'malformed' | 'skipped' | 'twice';

/** What a person typed as a time of day, as `HH:mm`; undefined when it is none. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;

  return `${match[1]?.padStart(2, '0')}:${match[2]}`;
}

/**
 * The instant at which the London clock shows a date and a time. When the clocks go forward an hour does not exist;
 * when they go back one comes twice. Both are refused: nobody may have to guess which deadline was meant.
 */
export function instantOf(
  date: string,
  time: string,
): { readonly instant: string } | { readonly problem: LocalTimeProblem } {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return { problem: 'malformed' };

  const found = [0, 60]
    .map((minutes) => asUtc - minutes * 60_000)
    .filter((candidate) => {
      const local = londonOf(candidate);
      return local.date === date && local.time === time;
    });
  if (found.length === 1) return { instant: new Date(found[0] as number).toISOString() };

  return { problem: found.length === 0 ? 'skipped' : 'twice' };
}
