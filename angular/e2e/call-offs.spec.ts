import { answering } from './answering';
import { CALL_OFFS, callOff, LETTER, REFERRAL, REFERRAL_DRAFT, SCHEME } from './call-off-samples';
import { agreement, evaluation, ofApprover, RECORD } from './evaluation-samples';
import { BOX } from './box-samples';
import { OUTCOMES, REFERRALS } from './referral-samples';
import { DRAFT_SCREENS } from './draft-screens';
import { HEADING, ofCallOff, Screen } from './screen';
import { BID, complete, COPY, HOMES, OPPORTUNITIES, opportunity, SENT, WITHDRAWN_FILE } from './opportunity-samples';
import { expect, test } from './portal';

const schemes = { 'GET /api/schemes': [SCHEME], 'GET /api/schemes/s1': SCHEME };

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
  ...DRAFT_SCREENS,
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
    name: 'approver-while-others-score',
    side: 'council',
    path: '/call-offs/c1/evaluation',
    heading: HEADING,
    answers: { ...ofCallOff('Evaluating'), 'GET /api/call-offs/c1/evaluation': ofApprover() },
    act: async (page) => {
      await expect(page.getByText('Evaluators done')).toBeVisible();
      await expect(page.getByText('Your scores')).toHaveCount(0);
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
    act: async (page) => {
      await expect(page.getByText('Same places')).toBeVisible();
      const table = page.getByRole('region', { name: 'Points and prices of the bids' });
      expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
    },
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
      'GET /api/opportunities/c1': opportunity(SENT),
      'GET /api/premises': HOMES,
    },
    act: async (page) => {
      await page.getByLabel('Open your copy').setInputFiles({
        name: 'C-7QK3-9F2D-v2-bid.json',
        mimeType: 'application/json',
        buffer: Buffer.from(COPY),
      });
      await expect(page.getByText('Your copy is what was sealed')).toBeVisible();
    },
  },
  {
    name: 'need-sent',
    side: 'provider',
    path: '/opportunities/c1',
    heading: /aged? 16 to 17/,
    answers: {
      'GET /api/opportunities/c1': opportunity(SENT, { permittedTriggers: ['Submit', 'Withdraw'] }),
      'GET /api/premises': HOMES,
    },
    act: (page) => page.getByRole('button', { name: 'Withdraw' }).click(),
  },
  {
    name: 'bid-from-copy',
    side: 'provider',
    path: '/opportunities/c1/bid',
    heading: 'Your bid',
    answers: { 'GET /api/opportunities/c1': opportunity(SENT), 'GET /api/premises': HOMES },
    act: (page) => expect(page.getByLabel('Open your copy')).toBeVisible(),
  },
  {
    name: 'receipt-closed',
    side: 'provider',
    path: '/opportunities/c1/receipt',
    heading: 'We have your bid',
    answers: {
      'GET /api/opportunities/c1': opportunity(SENT, { open: false, boxRoot: BOX.root }),
      'GET /api/public/boxes/c1': BOX,
    },
    act: (page) => expect(page.getByText('Two officers opened the bids together')).toBeVisible(),
  },
  {
    name: 'receipt-after-the-award',
    side: 'provider',
    path: '/opportunities/c1/receipt',
    heading: 'We have your bid',
    answers: {
      'GET /api/opportunities/c1': opportunity(SENT, { open: false, boxRoot: BOX.root, outcome: 'NotWon' }),
      'GET /api/opportunities/c1/letter': LETTER,
      'GET /api/public/boxes/c1': BOX,
    },
    act: async (page) => {
      const happened = page.getByRole('listitem').filter({ hasText: 'You got a letter' });
      await expect(happened).toBeVisible();
      await expect(page.getByText('Bids close', { exact: true })).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'the need and its outcome' })).toBeVisible();
    },
  },
  {
    name: 'receipt-withdrawn',
    side: 'provider',
    path: '/opportunities/c1/receipt',
    heading: 'Receipt of a bid you withdrew',
    answers: {
      'GET /api/opportunities/c1': opportunity({ ...SENT, state: 'Withdrawn' }),
      'GET /api/opportunities/c1/bid/versions/2/receipt': WITHDRAWN_FILE,
    },
    act: async (page) => {
      await expect(page.getByText('On 24 November 2026, 12:10, UK time.')).toBeVisible();
      await expect(page.getByText('in the box')).toHaveCount(0);
    },
  },
  {
    name: 'box',
    side: 'provider',
    path: '/boxes/c1',
    heading: 'Box of call-off C-7QK3-9F2D',
    answers: { 'GET /api/public/boxes/c1': BOX },
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
