import { SchemaPath, validate } from '@angular/forms/signals';
import { DateParts, isBlankDate, isoDateOf } from './dates';

/** Rules that many forms share. A rule answers with the sentence for the person, or nothing. */
export function rule<T>(path: SchemaPath<T>, broken: (value: T) => string | undefined | false): void {
  validate(path, ({ value }) => {
    const message = broken(value());
    return message ? { kind: 'rule', message } : undefined;
  });
}

/** A text that must be there and fits the server's column. */
export function needed(path: SchemaPath<string>, message: string, most = 2000): void {
  rule(path, (text) => (text.trim() === '' ? message : tooLong(text, most)));
}

/** A text that may be left out. */
export function optional(path: SchemaPath<string>, most: number): void {
  rule(path, (text) => tooLong(text, most));
}

export function email(path: SchemaPath<string>, message: string): void {
  rule(path, (text) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
      ? tooLong(text, 120)
      : text.trim() === ''
        ? message
        : 'Enter an email address in the correct format, like name@example.org',
  );
}

/** A date of the calendar; blank is refused with `message`, or allowed when there is none. */
export function realDate(path: SchemaPath<DateParts>, subject: string, message?: string): void {
  rule(path, (parts) => dateProblem(parts, subject, message));
}

export function dateProblem(parts: DateParts, subject: string, message?: string): string | undefined {
  if (isBlankDate(parts)) return message;
  return isoDateOf(parts) ? undefined : `${subject} must be a real date, like 27 3 2027`;
}

/** Neither is true of a date that is not complete. `day` is `YYYY-MM-DD`. */
export const isBefore = (parts: DateParts, day: string): boolean => (isoDateOf(parts) ?? day) < day;
export const isAfter = (parts: DateParts, day: string): boolean => (isoDateOf(parts) ?? day) > day;

/** A number somebody can be called on: ten digits or more, by the habits of any country. */
export function phone(path: SchemaPath<string>, message: string): void {
  rule(path, (text) => {
    if (text.trim() === '') return message;
    const digits = text.replace(/\D/g, '').length;
    return /^\+?[\d ()-]+( ?(ext|x)\.? ?\d+)?$/i.test(text.trim()) && digits >= 10
      ? tooLong(text, 20)
      : 'Enter a phone number, like 020 7946 0123';
  });
}

export const tooLong = (text: string, most: number): string | undefined =>
  text.trim().length > most ? `Use ${most} characters or fewer` : undefined;
