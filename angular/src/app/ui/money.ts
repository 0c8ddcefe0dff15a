import { Pipe, PipeTransform } from '@angular/core';

const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Whole pence as pounds: `106750` is `£1,067.50`. Nothing known is a dash. */
export function formatMoney(pence: number | null | undefined): string {
  return pence === null || pence === undefined ? '–' : POUNDS.format(pence / 100);
}

/** Without blanks, and without commas where these part thousands: `1,2000` is a slip and stays one. */
function bare(text: string): string {
  const typed = text.replace(/\s/g, '');
  return /^£?\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(',', '') : typed;
}

/**
 * What a person typed as pounds, in whole pence; undefined when it is no amount. Digits are taken apart as text: no
 * binary fraction ever holds money.
 */
export function parsePounds(text: string): number | undefined {
  const match = /^£?(\d{1,9})(?:\.(\d{1,2}))?$/.exec(bare(text));
  if (!match) return undefined;

  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Pence as text for an input: `106750` is `1067.50`. */
export function poundsText(pence: number | null | undefined): string {
  return pence === null || pence === undefined ? '' : (pence / 100).toFixed(2);
}

/** A whole number typed by a person; undefined when it is none. */
export function parseWhole(text: string): number | undefined {
  const digits = bare(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** A number with at most two decimals typed by a person, such as hours a week; undefined when it is none. */
export function parseDecimal(text: string): number | undefined {
  const digits = bare(text);
  return /^\d{1,6}(\.\d{1,2})?$/.test(digits) ? Number(digits) : undefined;
}

@Pipe({ name: 'money' })
export class Money implements PipeTransform {
  transform(pence: number | null | undefined): string {
    return formatMoney(pence);
  }
}
