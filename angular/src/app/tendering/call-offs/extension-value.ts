import { DateParts, datePartsOf } from '../../ui/dates';
import { londonOf } from '../london-time';
import { deadlineError, instantTyped } from './call-off-value';

const QUARTER = 15 * 60_000;

/** A new deadline as typed, by the London clock. */
export interface ExtensionValue {
  date: DateParts;
  time: string;
}

/** The next quarter of an hour at or after an instant: where the form starts. */
export function extensionFrom(earliest: string): ExtensionValue {
  const at = londonOf(Math.ceil(Date.parse(earliest) / QUARTER) * QUARTER);
  return { date: datePartsOf(at.date), time: at.time };
}

/** Why it makes no new deadline, in a sentence for the field. */
export function extensionError(
  value: ExtensionValue,
  earliest: string,
  tooEarly: string,
): { field: 'date' | 'time'; message: string } | undefined {
  const malformed = deadlineError(value.date, value.time, 'Enter the day of the new deadline');
  if (malformed) return malformed;

  return Date.parse(instantTyped(value) ?? '') < Date.parse(earliest)
    ? { field: 'date', message: tooEarly }
    : undefined;
}

/** Signal forms ask each field for its own error. */
export const errorOf = (
  found: ReturnType<typeof deadlineError>,
  field: 'date' | 'time',
): { kind: string; message: string } | undefined =>
  found?.field === field ? { kind: 'deadline', message: found.message } : undefined;
