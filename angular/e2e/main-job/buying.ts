import { expect, Page } from '@playwright/test';
import { fillDate, fillIn, go, heading, press, timeOf } from './forms';

/** What a placing authority and its bidders do, from the need to the award. */

type Check = (page: Page) => Promise<void>;

export interface Answer {
  readonly room: string;
  readonly says: string;
  /** Pounds a week for the home; absent to keep the rate card's. */
  readonly home?: string;
}

/** Records a need and prepares its call-off. Returns the call-off's id. */
export async function refer(page: Page, check: Check, day: (after: number) => string, until: Date): Promise<string> {
  await page.goto('/referrals/new');
  await expect(heading(page)).toHaveText('What this young person needs');
  await fillDate(page.getByRole('group', { name: 'Date of birth' }), day(-17 * 365 - 40));
  await fillIn(page, {
    'Case number (optional)': 'journey 1',
    'Core hours a week': '10',
    'Areas wanted': 'HA0, HA9',
    'Expected weeks': '26',
  });
  await page.getByRole('group', { name: 'deprivation of liberty' }).getByLabel('No').check();
  for (const [label, choice] of [
    ['Gender', 'Male'],
    ['Legal basis', 'Section 20, by agreement'],
    ['Education or work', 'College'],
    ['Kind of home', 'Shared home, for young people only'],
    ['Shared or alone', 'Shared'],
    ['Level of support', 'Medium'],
    ['At night', 'Sleep-in: staff asleep in the home'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).selectOption(choice);
  }
  await page.getByLabel('Going missing: Low').check();
  await press(page, /as none known$/);
  await page.getByLabel('A quiet home').check();
  await fillDate(page.getByRole('group', { name: 'When were they asked?' }), day(-1));
  await fillDate(page.getByRole('group', { name: 'First day to move in' }), day(3));
  await fillDate(page.getByRole('group', { name: 'Last day to move in' }), day(10));
  await check(page);
  await press(page, 'Save referral');
  await expect(page).toHaveURL(/\/referrals\/[0-9a-f-]{36}$/);
  await check(page);

  await page.locator('a[href^="/call-offs/new"]').click();
  await expect(heading(page)).toHaveText('Prepare a call-off');
  const lot = page.locator('.govuk-radios__item', { hasText: 'light-touch' }).filter({ hasText: 'Lot 2:' });
  await lot.getByRole('radio').check();
  await fillDate(page.getByRole('group', { name: 'Date' }), day(0));
  await page.getByLabel('Time').fill(timeOf(until));
  await check(page);
  await press(page, 'Save and check');
  await expect(page.getByRole('heading', { name: 'Who will be invited' })).toBeVisible();
  await check(page);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export async function publish(page: Page, check: Check, callOff: string): Promise<void> {
  await page.goto(`/call-offs/${callOff}`);
  await page.getByLabel('I have read the need').check();
  await page.getByLabel('I know of no conflict').check();
  await expect(page.getByText('Tidewell Therapeutic')).toBeVisible();
  await check(page);
  await press(page, /^Publish to \d+ members$/);
  await expect(page.getByRole('alert').filter({ hasText: 'Published' })).toContainText(/\d+ providers are invited/);
  await expect(page.getByText('What is sealed')).toBeVisible();
  await check(page);
}

export async function bid(page: Page, check: Check, callOff: string, free: string, answer: Answer): Promise<void> {
  await go(page, 'Opportunities');
  await expect(page.locator(`a[href="/opportunities/${callOff}"]`).first()).toBeVisible();
  await page.goto(`/opportunities/${callOff}`);
  await check(page);
  await page.getByRole('link', { name: 'Bid', exact: true }).click();
  await page.getByLabel(answer.room).check();
  await fillDate(page.getByRole('group', { name: 'Free from' }), free);
  if (answer.home) await page.getByLabel('Pounds a week').fill(answer.home);
  for (const box of await page.getByRole('textbox', { name: /^(How well|Staff and|Moving on)/ }).all()) {
    await box.fill(answer.says);
  }
  await page.getByLabel('We set this price alone').check();
  await page.getByLabel('No one here has').check();
  await expect(page.getByText('Ready to check and send')).toBeVisible();
  await check(page);
  await press(page, 'Check your bid');
  await expect(heading(page)).toHaveText('Check your bid');
  await check(page);
  await press(page, 'Submit bid');
  await expect(heading(page)).toHaveText('We have your bid');
  await expect(page.getByText('Your copy is what was sealed')).toBeVisible();
  await expect(page.getByText(/^£[\d,]+\.\d\d a week$/)).toBeVisible();
  await check(page);
}

/** Two officers, one after the other. */
export async function openBids(first: Page, second: Page, check: Check, callOff: string): Promise<void> {
  await first.goto(`/call-offs/${callOff}`);
  await press(first, 'Ask to open the bids');
  await expect(first.getByText('Ask a colleague to sign in')).toBeVisible();
  await check(first);
  await second.goto(`/call-offs/${callOff}`);
  await press(second, /^Open with /);
  await expect(second.getByRole('heading', { name: 'Opening record' })).toBeVisible();
  await check(second);
}

async function declareNoConflict(page: Page, callOff: string): Promise<void> {
  await page.goto(`/call-offs/${callOff}/evaluation`);
  await page.getByLabel('No, I have no conflict').check();
  await press(page, 'Continue');
}

type ScoreOf = (answer: string) => number;

/** Every answer, read without names, scored alone and locked. */
async function scoreAlone(page: Page, check: Check, callOff: string, scoreOf: ScoreOf): Promise<void> {
  await declareNoConflict(page, callOff);
  const cells = page.getByRole('table', { name: 'Scores by bid and criterion' }).getByRole('button');
  await expect(cells).toHaveCount(9);
  await check(page);
  const panel = page.getByRole('region', { name: 'Score an answer' });
  for (const [index, cell] of (await cells.all()).entries()) {
    await cell.click();
    const points = scoreOf(await panel.locator('blockquote').innerText());
    await panel.locator('.digits label').nth(points).click();
    await panel.getByLabel('Your reason').fill(`Scored ${points} on the evidence given.`);
    await press(panel, 'Save and go on');
    await expect(page.getByText(`${index + 1} of 9 scores given.`)).toBeVisible();
  }
  await check(page);
  await press(page, 'Lock my scores');
  await press(page, 'Yes, lock my scores');
}

/** Two score alone, what they say decides; the first chairs and they agree on what they scored differently. */
export async function score(
  first: Page,
  second: Page,
  check: Check,
  callOff: string,
  scores: { readonly first: ScoreOf; readonly second: ScoreOf; readonly agreed: ScoreOf },
): Promise<void> {
  await scoreAlone(first, check, callOff, scores.first);
  await expect(first.getByText('One more evaluator is needed and scores alone.')).toBeVisible();
  await scoreAlone(second, check, callOff, scores.second);
  await expect(second.getByText('All scores are in.')).toBeVisible();
  await check(second);

  await first.reload();
  await press(first, 'Take the chair');
  await press(first, /on which all say the same$/);
  const panel = first.getByRole('region', { name: 'Agree a score' });
  const open = first
    .getByRole('table', { name: 'Scores by bid and criterion' })
    .getByRole('button', { name: /\d and \d/ });
  await expect(open.first()).toBeVisible();
  await check(first);
  while ((await open.count()) > 0) {
    const left = await open.count();
    await open.first().click();
    await panel.getByRole('button', { name: 'Use this score and reason' }).first().click();
    const points = scores.agreed(await panel.locator('blockquote').innerText());
    await panel.locator('.digits label').nth(points).click();
    await panel.getByLabel('Reason').fill(`We agree on ${points}: the evidence is there.`);
    await press(panel, 'Agree and go on');
    await expect(open).toHaveCount(left - 1);
  }
  await check(first);
  await press(first, 'Lock quality');
  await press(first, 'Yes, lock quality');
  await expect(first.getByRole('heading', { name: 'Propose the award' })).toBeVisible();
  await check(first);
}

export async function award(proposer: Page, approver: Page, check: Check, callOff: string): Promise<void> {
  await press(proposer, 'Start award');
  await proposer.getByLabel('Why this bid').fill('The highest total by the published criteria.');
  await press(proposer, 'Propose Tidewell Therapeutic');
  await expect(proposer.getByText('You proposed this award.')).toBeVisible();
  await check(proposer);

  await declareNoConflict(approver, callOff);
  await expect(approver.getByRole('heading', { name: 'Award to Tidewell Therapeutic' })).toBeVisible();
  await check(approver);
  const drafts = approver.locator('dps-draft-letters details');
  await expect(drafts).toHaveCount(3);
  await drafts.first().locator('summary').click();
  await expect(drafts.first().getByText('Placements approver')).toBeVisible();
  await press(approver, 'Approve and send 3 letters');
  await press(approver, 'Yes, approve and send');
  await expect(approver.getByRole('link', { name: /^Placement P-/ })).toBeVisible({ timeout: 20_000 });
  await approver.getByRole('link', { name: 'Read the letters' }).click();
  await expect(heading(approver)).toHaveText('Outcome letters');
  await expect(approver.getByLabel('Letter to').getByRole('option')).toHaveCount(3);
  await check(approver);
}

/** The letter that the provider finds. */
export async function readLetter(page: Page, check: Check, callOff: string, provider: string): Promise<void> {
  await page.goto(`/opportunities/${callOff}/letter`);
  await expect(page.getByText(provider).first()).toBeVisible();
  await check(page);
  await page.goto(`/opportunities/${callOff}/receipt`);
  await expect(page.getByText('You got a letter')).toBeVisible();
  await expect(page.getByText('Bids close', { exact: true })).toHaveCount(0);
  await check(page);
}
