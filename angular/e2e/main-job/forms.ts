import { Locator, Page } from '@playwright/test';
import { smallPdf } from '../small-pdf';

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

export const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();

/** The card or section that a heading names. */
export const section = (page: Page, name: string | RegExp): Locator =>
  page.locator('section', { has: page.getByRole('heading', { name }) }).last();

export const yes = (page: Page, group: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByLabel('Yes').check();

export const no = (page: Page, group: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByLabel('No').check();

/** `2027-03-27` into a date's three boxes. */
export async function fillDate(group: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  await group.getByLabel('Day', { exact: true }).fill(date);
  await group.getByLabel('Month', { exact: true }).fill(month);
  await group.getByLabel('Year', { exact: true }).fill(year);
}

/** Each label's box gets its text. */
export async function fillIn(page: Page | Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).fill(text);
}

export const pdf = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/pdf',
  buffer: smallPdf(text),
});

const DAY = 86_400_000;
const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });

/** `YYYY-MM-DD` in London, some days after an instant. */
export const dayOf = (instant: Date, after = 0): string => LONDON.format(instant.getTime() + after * DAY);

/** `14:05` in London. */
export const timeOf = (instant: Date): string => CLOCK.format(instant);

/** The next whole minute that is at least so many minutes ahead. */
export const minutesAfter = (instant: Date, minutes: number): Date =>
  new Date(Math.ceil(instant.getTime() / 60_000 + minutes) * 60_000);

/** By the main navigation. */
export const go = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
