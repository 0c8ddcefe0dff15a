import { Pipe, PipeTransform } from '@angular/core';

type Style = 'long' | 'weekday' | 'short' | 'compact';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  compact: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
};

/** A date `YYYY-MM-DD` (no time zone) or an instant (taken in London) in words: `30 November 2026`. */
export function formatDate(value: string | null | undefined, style: Style = 'long'): string {
  const date = value ? new Date(value) : undefined;
  if (!value || !date || Number.isNaN(date.getTime())) return '–';

  const timeZone = value.length === 10 ? 'UTC' : 'Europe/London';
  return new Intl.DateTimeFormat('en-GB', { ...STYLES[style], timeZone }).format(date).replace(',', '');
}

@Pipe({ name: 'ukDate' })
export class UkDate implements PipeTransform {
  transform(value: string | null | undefined, style: Style = 'long'): string {
    return formatDate(value, style);
  }
}
