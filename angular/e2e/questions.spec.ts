import { Browser, Page } from '@playwright/test';
import { answering } from './answering';
import { callOff, HISTORY } from './call-off-samples';
import { expect, expectNoFindings, signIn, test } from './portal';

/** Somebody else, in a browser of their own. */
async function as(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })).newPage();
  await signIn(page, email);
  return page;
}

test('a bidder asks, an officer answers everybody, and nobody is told who asked', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  const words = `Is a bicycle shed needed? (${Date.now()})`;
  await signIn(page, 'provider@example.org');
  const open = (await (await page.request.get('/api/opportunities?PageSize=100')).json()) as {
    items: { callOffId: string; open: boolean }[];
  };
  const id = open.items.find((item) => item.open)!.callOffId;
  await page.goto(`/opportunities/${id}`);
  await page.getByRole('button', { name: 'Ask a question' }).click();
  const question = page.getByLabel('Your question');
  await expect(question).toBeFocused();
  await question.fill('Harbour Steps Housing CIC would like to know more.');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expect(question).toHaveValue('Harbour Steps Housing CIC would like to know more.');
  await expectAccessible();
  await question.fill(words);
  await page.getByRole('button', { name: 'Send the question' }).click();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('Not answered yet');
  await expect(page.getByRole('heading', { name: 'Questions and answers' })).toBeFocused();
  await expectReflow();

  const officer = await as(browser, 'placements@example.org');
  await officer.goto(`/call-offs/${id}`);
  const asked = officer.getByRole('listitem').filter({ hasText: words });
  await expect(asked).not.toContainText('Harbour Steps');
  await asked.getByRole('button', { name: /^Answer/ }).click();
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked.getByRole('link')).toHaveText(['Enter your answer', 'Say whether it changes what bids would say']);
  await asked.getByLabel('Answer to everybody invited').fill('A shed is welcome, not needed.');
  await asked.getByRole('radio', { name: 'No' }).check({ force: true });
  await expectNoFindings(officer);
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked).toContainText('A shed is welcome, not needed.');
  await expect(asked).toContainText('answered on');

  await page.reload();
  await expect(own).toContainText('A shed is welcome, not needed.');
  await officer.context().close();
});

test('a material answer proposes a later deadline and takes none below it', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  const it = {
    ...callOff('Published'),
    questionsUntil: '2040-01-05T09:00:00Z',
    deadline: '2040-01-10T12:00:00Z',
    earliestExtension: '2040-01-13T12:07:00Z',
    questions: [
      {
        id: 'q1',
        text: 'Must the home be in the borough?',
        askedAt: '2040-01-04T09:00:00Z',
        state: 'Asked',
        answer: null,
        material: false,
        answeredByName: null,
        answeredAt: null,
        permittedTriggers: ['Answer'],
        version: 1,
      },
    ],
  };
  await answering(page, 'council', { 'GET /api/call-offs/c1': it, 'GET /api/call-offs/c1/history': HISTORY });
  await page.goto('/call-offs/c1');
  await expect(page.getByRole('region', { name: 'A question waits for an answer' })).toBeVisible();
  const card = page.getByRole('region', { name: 'Questions from bidders' });
  await card.getByRole('button', { name: /^Answer/ }).click();
  await card.getByLabel('Answer to everybody invited').fill('No. Anywhere within eight miles.');
  await card.getByRole('radio', { name: 'Yes' }).check({ force: true });
  const deadline = card.getByRole('group', { name: 'New deadline' });
  await expect(deadline.getByLabel('Day')).toHaveValue('13');
  await expect(card.getByLabel('Time')).toHaveValue('12:15');
  await card.getByLabel('Time').fill('12:00');
  await card.getByRole('button', { name: 'Send the answer' }).click();
  await expect(card.locator('.govuk-error-summary').getByRole('link')).toHaveText([
    /^Choose 13 January .*12:07 or later$/,
  ]);
  await expectAccessible();
  await expectReflow();
});

test('the approver moves the deadline with a reason, and never forward', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  const it = { ...callOff('Published'), deadline: '2040-01-10T12:00:00Z', permittedTriggers: ['Extend', 'Cancel'] };
  await answering(page, 'council', { 'GET /api/call-offs/c1': it, 'GET /api/call-offs/c1/history': HISTORY });
  await page.goto('/call-offs/c1');
  await page.getByRole('button', { name: 'Move the deadline' }).click();
  await expect(page.getByRole('textbox', { name: 'Time' })).toHaveValue('12:15');
  await page.getByRole('group', { name: 'New deadline' }).getByLabel('Day').fill('9');
  await page.getByRole('button', { name: 'Move the deadline' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText([
    /or later: a deadline is never moved forward$/,
    'Choose why the deadline moves',
  ]);
  await expectAccessible();
  await expectReflow();
});
