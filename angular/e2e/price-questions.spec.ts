import { Page, Route } from '@playwright/test';
import { answering } from './answering';
import { ahead } from './call-off-samples';
import { HOMES } from './opportunity-samples';
import { expect, test } from './portal';
import {
  ANSWER,
  ANSWERED,
  asked,
  ASKED,
  council,
  priced,
  QUESTION,
  REASON,
  REJECTED,
  SIGN,
} from './price-question-samples';

const EVALUATION = '/call-offs/c1/evaluation';
const shots = process.env['DPS_SCREENSHOTS'];
const conflict = (route: Route, code: string, detail: string): Promise<void> =>
  route.fulfill({ status: 409, contentType: 'application/problem+json', json: { code, detail } });

/** What the server answers when the evaluation is read; a test changes it as the story goes on. */
async function evaluating(page: Page, first: ReturnType<typeof priced>): Promise<{ now: ReturnType<typeof priced> }> {
  const read = { now: first };
  await answering(page, 'council', council('Moderated'));
  await page.route('**/api/call-offs/c1/evaluation', (route) => route.fulfill({ json: read.now }));
  return read;
}

const low = (page: Page) => page.getByRole('region', { name: 'Prices that look low' });

test('a low price is asked about, and rejected once it is answered', async ({ page, expectAccessible }) => {
  const sent: unknown[] = [];
  const read = await evaluating(page, priced('Moderated', null));
  await page.route('**/bids/b1/price-question', (route) => {
    sent.push(route.request().postDataJSON());
    read.now = priced('Moderated', ASKED, 4);
    return route.fulfill({ json: read.now });
  });
  await page.route('**/bids/b1/price-question/reject', (route) => {
    sent.push(route.request().postDataJSON());
    read.now = priced('Moderated', REJECTED, 5);
    return route.fulfill({ json: read.now });
  });
  await page.goto(EVALUATION);
  await expect(low(page)).toContainText(SIGN);
  await expect(page.getByRole('button', { name: 'Start award' })).toBeVisible();

  await low(page).getByRole('button', { name: 'Ask about this price of Bridgeway 16+ Ltd' }).click();
  await low(page).getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByRole('link', { name: 'Enter your question' })).toBeVisible();
  await low(page).getByLabel('What do you ask about this price?').fill(QUESTION);
  await low(page).getByRole('button', { name: 'Send the question' }).click();

  await expect(low(page)).toContainText('Waiting for the answer');
  await expect(page.getByText('The price of Bridgeway 16+ Ltd is in question.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start award' })).toHaveCount(0);
  await expect(low(page).getByRole('button', { name: 'Reject the price' })).toHaveCount(0);
  expect(sent[0]).toMatchObject({ question: QUESTION, version: 3 });
  await expectAccessible();

  read.now = priced('Moderated', ANSWERED, 4);
  await page.reload();
  await expect(low(page)).toContainText(ANSWER);
  await low(page).getByRole('button', { name: 'Reject the price' }).click();
  await low(page).getByLabel('Why you reject this price').fill(REASON);
  await low(page).getByRole('button', { name: 'Reject the price' }).click();

  await expect(low(page)).toContainText('Price rejected');
  await expect(low(page)).toContainText(REASON);
  await expect(page.getByRole('button', { name: 'Start award' })).toBeVisible();
  expect(sent[1]).toEqual({ reason: REASON, version: 4, questionVersion: 2 });
});

test('an answer that comes while a rejection is typed is read first, and the reason stays', async ({
  page,
  expectAccessible,
}) => {
  const overdue = priced('Moderated', { ...ASKED, answerBy: ahead(-0.1), permittedTriggers: ['Accept', 'Reject'] });
  const read = await evaluating(page, overdue);
  await page.route('**/bids/b1/price-question/reject', (route) =>
    conflict(route, 'DpsPortal:Concurrency', 'This has changed meanwhile.'),
  );
  await page.goto(EVALUATION);
  await expect(low(page)).toContainText('No answer in time');
  await low(page).getByRole('button', { name: 'Reject the price' }).click();
  const reason = low(page).getByLabel('Why you reject this price');
  await reason.fill(REASON);

  await low(page).getByRole('button', { name: 'Reject the price' }).click();
  await expect(page.getByText('There is a newer version')).toBeVisible();
  await expectAccessible();
  read.now = priced('Moderated', ANSWERED, 4);
  await page.getByRole('button', { name: 'Load the newer version' }).click();

  await expect(low(page)).toContainText(ANSWER);
  await expect(reason).toHaveValue(REASON);
});

test('a time that is too near is told at its field, and what was typed stays', async ({ page }) => {
  await evaluating(page, priced('Moderated', null));
  await page.route('**/bids/b2/price-question', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      json: { errors: { answerBy: ['Give the bidder at least an hour to answer.'] } },
    }),
  );
  await page.goto(EVALUATION);
  await page.getByText('Ask a bidder about its price').click();
  await page.getByRole('button', { name: 'Ask about this price of Harbour Steps Housing CIC' }).click();
  const question = page.getByLabel('What do you ask about this price?');
  await question.fill(QUESTION);
  await page.getByRole('button', { name: 'Send the question' }).click();

  await page.getByRole('link', { name: 'Give the bidder at least an hour to answer' }).click();
  await expect(page.getByRole('group', { name: 'Answer by' }).getByLabel('Day')).toBeFocused();
  await expect(question).toHaveValue(QUESTION);
});

test('the bidder answers once, and what it typed stays when it is refused', async ({ page, expectAccessible }) => {
  let isClosed = false;
  await answering(page, 'provider', { 'GET /api/premises': HOMES });
  await page.route('**/api/opportunities/c1', (route) => route.fulfill({ json: asked({ open: !isClosed }) }));
  await page.route('**/price-answer', (route) =>
    isClosed
      ? conflict(route, 'DpsPortal:InvalidTransition', 'It was decided meanwhile.')
      : route.fulfill({
          json: asked({ open: false, answer: ANSWER, answeredByName: 'Amara Bell', answeredAt: ASKED.askedAt }),
        }),
  );
  await page.goto('/opportunities/c1');
  const banner = page.getByRole('region', { name: 'Northwick Vale LBC has a question about your price' });
  await expect(banner).toContainText(QUESTION);

  await banner.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByRole('link', { name: 'Enter your answer' }).click();
  await expect(banner.getByLabel('Your answer')).toBeFocused();
  await banner.getByLabel('Your answer').fill(ANSWER);
  await expectAccessible();
  await banner.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText('You answered a question about your price')).toBeVisible();
  await expect(page.getByText(ANSWER)).toBeVisible();

  await page.reload();
  await banner.getByLabel('Your answer').fill(ANSWER);
  isClosed = true;
  await banner.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText('A question about your price is closed')).toBeVisible();
  await expect(page.getByText(ANSWER)).toBeVisible();
});

const SCREENS = [
  { name: 'price-sign', side: 'council', answers: { ...council('Moderated'), ...reading(priced('Moderated', null)) } },
  {
    name: 'price-asking',
    side: 'council',
    answers: { ...council('Moderated'), ...reading(priced('Moderated', null)) },
    act: (page: Page) => low(page).getByRole('button', { name: 'Ask about this price' }).click(),
  },
  {
    name: 'price-asked',
    side: 'council',
    answers: { ...council('Moderated'), ...reading(priced('Moderated', ASKED)) },
  },
  {
    name: 'price-answered',
    side: 'council',
    answers: { ...council('Moderated'), ...reading(priced('Moderated', ANSWERED)) },
  },
  {
    name: 'price-rejecting',
    side: 'council',
    answers: { ...council('Moderated'), ...reading(priced('Moderated', ANSWERED)) },
    act: (page: Page) => low(page).getByRole('button', { name: 'Reject the price' }).click(),
  },
  {
    name: 'price-approver',
    side: 'council',
    answers: { ...council('AwardProposed'), ...reading(priced('AwardProposed', REJECTED)) },
  },
  {
    name: 'price-to-answer',
    side: 'provider',
    answers: { 'GET /api/opportunities/c1': asked(), 'GET /api/premises': HOMES },
  },
] as const;

function reading(evaluation: ReturnType<typeof priced>): Record<string, unknown> {
  return { 'GET /api/call-offs/c1/evaluation': evaluation };
}

for (const screen of SCREENS) {
  for (const width of [1280, 390]) {
    test(`${screen.name} is accessible and reflows at ${width} pixels`, async ({
      page,
      expectAccessible,
      expectReflow,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await answering(page, screen.side, screen.answers);
      await page.goto(screen.side === 'council' ? EVALUATION : '/opportunities/c1');
      await expect(page.getByText(screen.side === 'council' ? SIGN : QUESTION).first()).toBeVisible();
      if ('act' in screen) await screen.act(page);

      if (shots) await page.screenshot({ path: `${shots}/${screen.name}-${width}.png`, fullPage: true });
      await expectAccessible();
      await expectReflow(width === 390 ? 320 : width);
    });
  }
}
