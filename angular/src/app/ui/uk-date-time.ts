import { Pipe, PipeTransform } from '@angular/core';
import { formatDate } from './uk-date';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** London clock time; noon and midnight in words, as `12:00` is misread. */
export function formatTime(value: string | number | Date): string {
  const time = TIME.format(new Date(value));
  if (time === '12:00') return '12 noon';
  return time === '00:00' ? 'midnight' : time;
}

/** A UTC instant in London: `30 November 2026, 14:05`. */
export function formatDateTime(value: string | null | undefined): string {
  const date = formatDate(value);
  return value && date !== '–' ? `${date}, ${formatTime(value)}` : date;
}

@Pipe({ name: 'ukDateTime' })
export class UkDateTime implements PipeTransform {
  transform(value: string | null | undefined): string {
    return formatDateTime(value);
  }
}
