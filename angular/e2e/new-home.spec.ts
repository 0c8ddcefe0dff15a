import { Page } from '@playwright/test';
import { EvaluationDto } from '../src/app/proxy/models';
import { answering } from './answering';
import { ahead, callOff, HISTORY } from './call-off-samples';
import { evaluation } from './evaluation-samples';
import { HOMES, opportunity, BID } from './opportunity-samples';
import { expect, test } from './portal';

const EVALUATION = '/call-offs/c1/evaluation';
const REASON = 'Four stays in 2023, on the list of the brokerage team.';
const shots = process.env['DPS_SCREENSHOTS'];

type Use = EvaluationDto['bids'][number]['earlierUse'];

const USE: NonNullable<Use> = {
  usedFrom: '2023-05-01',
  reason: REASON,
  recordedByName: 'Nadia Frost',
  recordedAt: ahead(-0.4),
  confirmedByName: null,
  confirmedAt: null,
};

/** Copperleaf's home is new to the council, and one other authority vouches for it. */
function unknownHome(state: 'Moderated' | 'AwardProposed', use: Use): EvaluationDto {
  const it = evaluation(state);
  const counted = '1 counts (Westvale LBC, until 3 May 2027)';
  return {
    ...it,
    permittedTriggers:
      state === 'Moderated'
        ? ['RecordEarlierUse', 'TakeBackEarlierUse', 'ProposeAward']
        : ['ApproveAward', 'SendBackAward'],
    bids: it.bids.map((bid) =>
      bid.providerName !== 'Copperleaf Living'
        ? bid
        : use
          ? { ...bid, homeNeedsReferences: false, earlierUse: use }
          : {
              ...bid,
              rank: null,
              total: null,
              priceScore: null,
              qualityScore: null,
              gateFailures: [
                `The home is new to Northwick Vale LBC: it needs references from two other authorities, and ${counted}.`,
              ],
              homeNeedsReferences: true,
              homeReferences: counted,
            },
    ),
  };
}

async function evaluating(page: Page, state: 'Moderated' | 'AwardProposed', use: Use): Promise<{ now: EvaluationDto }> {
  const read = { now: unknownHome(state, use) };
  await answering(page, 'council', {
    'GET /api/call-offs/c1': {
      ...callOff(state),
      ...(state === 'AwardProposed' && { permittedTriggers: ['ApproveAward', 'SendBackAward'] }),
    },
    'GET /api/call-offs/c1/history': HISTORY,
    'GET /api/call-offs/c1/award/letters': [],
  });
  await page.route('**/api/call-offs/c1/evaluation', (route) => route.fulfill({ json: read.now }));
  return read;
}

const homes = (page: Page) => page.getByRole('region', { name: 'Homes new to your council' });

test('an officer records that a new home was used before the portal, and takes it back', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  const sent: unknown[] = [];
  const read = await evaluating(page, 'Moderated', null);
  await page.route('**/bids/b3/earlier-use', (route) => {
    sent.push(route.request().postDataJSON());
    read.now = unknownHome('Moderated', USE);
    return route.fulfill({ json: read.now });
  });
  await page.route('**/bids/b3/earlier-use/take-back', (route) => {
    read.now = unknownHome('Moderated', null);
    return route.fulfill({ json: read.now });
  });
  await page.goto(EVALUATION);
  await expect(homes(page)).toContainText('1 counts (Westvale LBC, until 3 May 2027)');
  await expect(homes(page).getByRole('heading', { level: 3 })).toHaveText(['Copperleaf Living']);

  await homes(page).getByRole('button', { name: 'We used this home before (Copperleaf Living)' }).click();
  const first = homes(page).getByRole('group', { name: 'When did you first use it?' });
  await expect(first.getByLabel('Day')).toBeFocused();
  await homes(page).getByRole('button', { name: 'Record earlier use' }).click();
  await expect(page.getByRole('link', { name: 'Enter the day on which you first used it' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Say how you know' })).toBeVisible();
  await expectAccessible();
  await expectReflow(390);
  if (shots) await page.screenshot({ path: `${shots}/new-home-recording.png`, fullPage: true });
  for (const [part, text] of [
    ['Day', '1'],
    ['Month', '5'],
    ['Year', '2093'],
  ] as const) {
    await first.getByLabel(part).fill(text);
  }
  await homes(page).getByLabel('How you know').fill(REASON);
  await homes(page).getByRole('button', { name: 'Record earlier use' }).click();
  await expect(page.getByRole('link', { name: 'The first day must be in the past' })).toBeVisible();
  await first.getByLabel('Year').fill('2023');
  await homes(page).getByRole('button', { name: 'Record earlier use' }).click();

  await expect(homes(page)).toContainText('Used since 1 May 2023, recorded by Nadia Frost');
  await expect(homes(page)).toContainText(REASON);
  expect(sent).toEqual([{ usedFrom: '2023-05-01', reason: REASON, version: 3 }]);
  await expectAccessible();
  await expectReflow(390);

  await homes(page).getByRole('button', { name: 'Take it back (Copperleaf Living)' }).click();
  await expect(homes(page).getByRole('button', { name: 'We used this home before (Copperleaf Living)' })).toBeVisible();
});

test('an approver reads who recorded the earlier use that the award rests on', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await evaluating(page, 'AwardProposed', USE);
  await page.goto(EVALUATION);

  await expect(page.getByText('Nadia Frost recorded that your council used it before, since 1 May 2023')).toBeVisible();
  await expect(homes(page)).toContainText(REASON);
  await expect(homes(page).getByRole('button')).toHaveCount(0);
  await expectAccessible();
  await expectReflow(390);
  if (shots) await page.screenshot({ path: `${shots}/new-home-approving.png`, fullPage: true });
});

test('a bidder is told that its home is new to the council and where to ask for references', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  const warning =
    'Northwick Vale LBC has not used Alder House yet. Before it can award, two other authorities must have given you ' +
    'references in the last 12 months, and none counts.';
  await answering(page, 'provider', {
    'GET /api/premises': HOMES,
    'GET /api/opportunities/c1': opportunity(BID, {
      standingWarnings: [],
      newHome: { warning, applicationId: 'a1' },
    }),
  });

  for (const address of ['/opportunities/c1', '/opportunities/c1/bid/check']) {
    await page.goto(address);
    await expect(page.getByText(warning)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ask for references' })).toHaveAttribute(
      'href',
      '/application/a1/references',
    );
    await expectAccessible();
    await expectReflow(390);
  }
});
