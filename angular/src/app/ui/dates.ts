/** What a person typed into day, month and year. Text, until it is sent. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export const noDate = (): DateParts => ({ day: '', month: '', year: '' });

export const isBlankDate = (parts: DateParts): boolean =>
  !parts.day.trim() && !parts.month.trim() && !parts.year.trim();

/** `2026-11-30`, or undefined when the three parts are no date of the calendar. */
export function isoDateOf(parts: DateParts): string | undefined {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (!/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{4}$/.test(year ?? '')) return undefined;

  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export function datePartsOf(iso: string | null | undefined): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  return match ? { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? '' } : noDate();
}

/** The London date of an instant, `YYYY-MM-DD`. */
export const londonDate = (instant: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(instant);
