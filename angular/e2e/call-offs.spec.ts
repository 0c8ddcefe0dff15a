import { Page } from '@playwright/test';
import { answering } from './answering';
import {
  CALL_OFFS,
  callOff,
  HISTORY,
  LETTER,
  PREVIEW,
  REFERRAL,
  REFERRAL_DRAFT,
  RETURNED_DRAFT,
  REVISED_DRAFT,
  SCHEME,
} from './call-off-samples';
import { agreement, evaluation, RECORD } from './evaluation-samples';
import { OUTCOMES, REFERRALS } from './referral-samples';
import { BID, complete, HOMES, OPPORTUNITIES, opportunity, RECEIPT } from './opportunity-samples';
import { expect, test } from './portal';

interface Screen {
  readonly name: string;
  readonly side: 'council' | 'provider';
  readonly path: string;
  readonly heading: string | RegExp;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Brings the page into the state that is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const ofCallOff = (state: Parameters<typeof callOff>[0]): Record<string, unknown> => ({
  'GET /api/call-offs/c1': callOff(state),
  'GET /api/call-offs/c1/history': HISTORY,
  'GET /api/call-offs/c1/publish-preview': PREVIEW,
});
const schemes = { 'GET /api/schemes': [SCHEME], 'GET /api/schemes/s1': SCHEME };
const HEADING = 'Age 16 to 17, E10, E11, E17';

const SCREENS: readonly Screen[] = [
  {
    name: 'referrals',
    side: 'council',
    path: '/referrals',
    heading: 'Referrals',
    answers: { 'GET /api/referrals': { totalCount: REFERRALS.length, items: REFERRALS } },
  },
  { name: 'new-referral', side: 'council', path: '/referrals/new', heading: /young person needs/, answers: {} },
  {
    name: 'new-referral-errors',
    side: 'council',
    path: '/referrals/new',
    heading: /young person needs/,
    answers: {},
    act: async (page) => {
      await page.getByLabel('Areas wanted').fill('HA9 0WS');
      await page.getByRole('group', { name: 'Date of birth' }).getByLabel('Year').fill('2015');
      await page.getByRole('group', { name: 'Date of birth' }).getByLabel('Month').fill('3');
      await page.getByRole('group', { name: 'Date of birth' }).getByLabel('Day').fill('27');
      await page.getByRole('button', { name: 'Save referral' }).click();
      await expect(page.locator('.govuk-error-summary')).toBeFocused();
    },
  },
  {
    name: 'referral-outcomes',
    side: 'council',
    path: '/referrals/outcomes',
    heading: 'How needs ended',
    answers: { 'GET /api/referrals/outcomes': OUTCOMES },
    act: async (page) => {
      await expect(page.getByRole('row', { name: /foster carer/ })).toContainText('2');
      await page.getByRole('group', { name: 'First day' }).getByLabel('Day').fill('32');
      await page.getByRole('button', { name: 'Show' }).click();
      await expect(page.getByText('Enter the first day, like 1 4 2026').first()).toBeVisible();
    },
  },
  {
    name: 'referral-ending',
    side: 'council',
    path: '/referrals/r1',
    heading: /young person needs/,
    answers: { 'GET /api/referrals/r1': REFERRAL },
    act: async (page) => {
      await page.getByRole('button', { name: 'End this referral' }).click();
      await page.getByLabel('Needed, not searched: there was no time').check();
    },
  },
  {
    name: 'referral',
    side: 'council',
    path: '/referrals/r1',
    heading: /young person needs/,
    answers: { 'GET /api/referrals/r1': REFERRAL },
  },
  {
    name: 'referral-draft',
    side: 'council',
    path: '/referrals/r1',
    heading: /young person needs/,
    answers: { 'GET /api/referrals/r1': REFERRAL_DRAFT },
  },
  {
    name: 'referral-draft-edit',
    side: 'council',
    path: '/referrals/r1/edit',
    heading: /young person needs/,
    answers: { 'GET /api/referrals/r1': REFERRAL_DRAFT },
  },
  {
    name: 'call-offs',
    side: 'council',
    path: '/call-offs',
    heading: 'Call-offs',
    answers: { 'GET /api/call-offs': { items: CALL_OFFS, totalCount: CALL_OFFS.length } },
  },
  {
    name: 'new-call-off',
    side: 'council',
    path: '/call-offs/new?referral=r1',
    heading: 'Prepare a call-off',
    answers: {
      'GET /api/referrals/r1': REFERRAL,
      'GET /api/call-offs': { items: CALL_OFFS, totalCount: CALL_OFFS.length },
      'GET /api/call-offs/c2': { ...callOff('Published'), priceWeight: 45 },
      ...schemes,
    },
    act: async (page) => {
      const earlier = page.getByLabel('Judge as in an earlier call-off (optional)');
      await expect(page.getByLabel('Weight of price')).toHaveValue('40');
      await page.getByRole('button', { name: 'Copy its criteria' }).click();
      await expect(page.getByText('Choose the call-off to copy from first.')).toBeVisible();
      await earlier.selectOption('c2');
      await page.getByRole('button', { name: 'Copy its criteria' }).click();
      await expect(page.getByText('Criteria, weights and price limit are as in')).toBeVisible();
      await expect(page.getByLabel('Weight of price')).toHaveValue('45');
    },
  },
  {
    name: 'new-call-off-weight',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Weight', exact: true }).first().fill('250');
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.locator('.govuk-error-summary').getByRole('listitem')).toHaveText([
        'Enter a weight up to 100 with at most two decimals, like 20',
      ]);
    },
  },
  {
    name: 'publish',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await expect(page.getByText('Amberline Homes')).toBeVisible();
      for (const name of ['Price 40', 'How well the home fits 30', 'Staff and rota 20', 'College and work 10']) {
        await expect(page.getByTitle(name)).toBeVisible();
      }
    },
  },
  {
    name: 'send-back-draft',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: ofCallOff('Draft'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Send back' }).click();
      await page.getByRole('button', { name: 'Send back' }).click();
      await expect(page.getByLabel('Why you send it back')).toHaveAccessibleDescription(/Say why you send it back/);
    },
  },
  {
    name: 'draft-sent-back',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: { ...ofCallOff('Draft'), 'GET /api/call-offs/c1': RETURNED_DRAFT },
    act: async (page) => {
      const note = page.getByRole('region', { name: 'Sent back' });
      await expect(note).toContainText('Grace Adeyemi sent this draft back on');
      await expect(note).toContainText('Give bidders two weekends.');
      await expect(page.getByRole('button', { name: /^(Send back|Publish)/ })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Discard this draft' })).toHaveCount(1);
    },
  },
  {
    name: 'draft-changed-since-it-was-sent-back',
    side: 'council',
    path: '/call-offs/c1',
    heading: HEADING,
    answers: { ...ofCallOff('Draft'), 'GET /api/call-offs/c1': REVISED_DRAFT },
    act: async (page) => {
      const note = page.getByRole('region', { name: 'Changed since it was sent back' });
      await expect(note).toContainText('Grace Adeyemi sent this draft back on');
      await expect(note).toContainText('Give bidders two weekends.');
      await expect(note).toContainText('Changed since: Deadline, Weights');
      await page.getByRole('button', { name: 'Discard this draft' }).click();
      await page.getByRole('button', { name: 'Discard the draft' }).click();
      await expect(page.getByText('Choose why you discard it').first()).toBeVisible();
    },
  },
  {
    name: 'draft-saved-with-nothing-changed',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: {
      ...ofCallOff('Draft'),
      'GET /api/call-offs/c1': RETURNED_DRAFT,
      'PUT /api/call-offs/c1': RETURNED_DRAFT,
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByText('Nothing was changed')).toBeVisible();
      await expect(page.getByText('It is still sent back')).toBeVisible();
    },
  },
  {
    name: 'draft-saved',
    side: 'council',
    path: '/call-offs/c1/edit',
    heading: 'Change the call-off',
    answers: { ...ofCallOff('Draft'), 'PUT /api/call-offs/c1': { ...REVISED_DRAFT, version: 2 } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Draft saved' })).toContainText(
        'A colleague checks and publishes it.',
      );
    },
  },
  { name: 'sealed', side: 'council', path: '/call-offs/c1', heading: HEADING, answers: ofCallOff('Published') },
  { name: 'opening-waiting', side: 'council', path: '/call-offs/c1', heading: HEADING, answers: ofCallOff('Closed') },
  { name: 'opening-record', side: 'council', path: '/call-offs/c1', heading: HEADING, answers: ofCallOff('Opened') },
  {
    name: 'declaration',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Opened'), 'GET /api/call-offs/c1/evaluation': evaluation('Opened', null) },
  },
  {
    name: 'scoring',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Evaluating'), 'GET /api/call-offs/c1/evaluation': evaluation('Evaluating') },
    act: async (page) => {
      await page.locator('button:visible', { hasText: 'Score' }).first().click();
      await expect(page.getByRole('group', { name: 'Your score' })).toBeVisible();
    },
  },
  {
    name: 'agreement',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Evaluating'), 'GET /api/call-offs/c1/evaluation': agreement(true) },
    act: async (page) => {
      await page.locator('button:visible', { hasText: '4 and 2' }).first().click();
      await expect(page.getByRole('group', { name: 'Agreed score' })).toBeVisible();
      await expect(page.getByText('The rota has a gap on Sundays.')).toBeVisible();
    },
  },
  {
    name: 'agreement-without-chair',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Evaluating'), 'GET /api/call-offs/c1/evaluation': agreement(false) },
    act: (page) => expect(page.getByRole('button', { name: 'Take the chair' })).toBeVisible(),
  },
  {
    name: 'ranked',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Moderated'), 'GET /api/call-offs/c1/evaluation': evaluation('Moderated') },
  },
  {
    name: 'award',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: {
      ...ofCallOff('AwardProposed'),
      'GET /api/call-offs/c1/evaluation': evaluation('AwardProposed'),
      'GET /api/call-offs/c1/award/letters': [LETTER],
    },
    act: async (page) => {
      await page.locator('dps-draft-letters summary').first().click();
      await expect(page.getByText('Not sent.')).toBeVisible();
    },
  },
  {
    name: 'award-record',
    side: 'council',
    path: '/call-offs/c1/record',
    heading: 'Record of the award',
    answers: { 'GET /api/call-offs/c1/award/record': RECORD },
    act: (page) => expect(page.getByText('Same places')).toBeVisible(),
  },
  {
    name: 'letters',
    side: 'council',
    path: '/call-offs/c1/letters',
    heading: 'Outcome letters',
    answers: { ...ofCallOff('Awarded'), 'GET /api/call-offs/c1/letters': [LETTER] },
  },
  {
    name: 'opportunities',
    side: 'provider',
    path: '/opportunities',
    heading: 'Opportunities',
    answers: { 'GET /api/opportunities': OPPORTUNITIES },
  },
  {
    name: 'need',
    side: 'provider',
    path: '/opportunities/c1',
    heading: /aged? 16 to 17/,
    answers: { 'GET /api/opportunities/c1': opportunity(null), 'GET /api/premises': HOMES },
  },
  {
    name: 'won',
    side: 'provider',
    path: '/opportunities/c1',
    heading: /aged? 16 to 17/,
    answers: {
      'GET /api/opportunities/c1': opportunity(complete, { open: false, outcome: 'Won', permittedTriggers: [] }),
      'GET /api/premises': HOMES,
    },
  },
  {
    name: 'bid-over-limit',
    side: 'provider',
    path: '/opportunities/c1/bid',
    heading: 'Your bid',
    answers: {
      'GET /api/opportunities/c1': opportunity(complete, { ceilingWeeklyPence: 97_500 }),
      'GET /api/premises': HOMES,
    },
  },
  {
    name: 'decline',
    side: 'provider',
    path: '/opportunities/c1',
    heading: /aged? 16 to 17/,
    answers: { 'GET /api/opportunities/c1': opportunity(null), 'GET /api/premises': HOMES },
    act: (page) => page.getByRole('button', { name: 'We will not bid' }).click(),
  },
  {
    name: 'bid',
    side: 'provider',
    path: '/opportunities/c1/bid',
    heading: 'Your bid',
    answers: { 'GET /api/opportunities/c1': opportunity(BID), 'GET /api/premises': HOMES },
  },
  {
    name: 'bid-check',
    side: 'provider',
    path: '/opportunities/c1/bid/check',
    heading: 'Check your bid',
    answers: { 'GET /api/opportunities/c1': opportunity(complete), 'GET /api/premises': HOMES },
  },
  {
    name: 'receipt',
    side: 'provider',
    path: '/opportunities/c1/receipt',
    heading: 'We have your bid',
    answers: {
      'GET /api/opportunities/c1': opportunity({ ...complete, state: 'Submitted', lastReceipt: RECEIPT }),
    },
  },
  {
    name: 'letter',
    side: 'provider',
    path: '/opportunities/c1/letter',
    heading: LETTER.title,
    answers: {
      'GET /api/opportunities/c1': opportunity(complete, { open: false, outcome: 'NotWon' }),
      'GET /api/opportunities/c1/letter': LETTER,
    },
  },
];

const shots = process.env['DPS_SCREENSHOTS'];

for (const screen of SCREENS) {
  for (const width of [1280, 390]) {
    test(`${screen.name} is accessible and reflows at ${width} pixels`, async ({
      page,
      expectAccessible,
      expectReflow,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await answering(page, screen.side, screen.answers);
      await page.goto(screen.path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(screen.heading);
      // Nothing is loading or said; a place where something may be said later may be there already.
      await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveCount(0);
      await screen.act?.(page);

      if (shots) await page.screenshot({ path: `${shots}/${screen.name}-${width}.png`, fullPage: true });
      await expectAccessible();
      await expectReflow(width === 390 ? 320 : width);
    });
  }
}
