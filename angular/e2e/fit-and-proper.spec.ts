import { Browser, Locator, Page } from '@playwright/test';
import { expect, expectNoFindings, signIn, test } from './portal';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

const OFFICER = 'officer@example.org';
const SECOND = 'second-officer@example.org';
const MANAGER = 'Morgan Teale';

/** The day so many days from now, into the day, month and year of a question. */
async function fillDay(question: Locator, days: number): Promise<void> {
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now() + days * 86_400_000);
  const [year = '', month = '', day = ''] = on.split('-');
  await question.getByLabel('Day').fill(day);
  await question.getByLabel('Month').fill(month);
  await question.getByLabel('Year').fill(year);
}

/** The manager of the demo's application whose people are being tested; nobody else's page. */
async function openManager(page: Page): Promise<void> {
  await page.goto('/accreditation/queue?search=Millrace');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Fit and proper people', exact: true }).click();
  await page.getByRole('navigation', { name: 'People' }).getByRole('link', { name: MANAGER }).click();
  await expect(page.getByRole('heading', { level: 2, name: MANAGER, exact: true })).toBeVisible();
  const declare = page.getByRole('button', { name: 'I have no conflict of interest' });
  if (await declare.isVisible()) await declare.click();
}

/** By the second officer, in a browser of their own. */
async function bySecond(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, SECOND);
  await openManager(page);
  await act(page);
  await context.close();
}

const interviewOf = (page: Page): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Interview', exact: true }) });

async function score(page: Page, mark: string, button: string): Promise<void> {
  const interview = interviewOf(page);
  for (const question of await interview.getByRole('combobox').all()) await question.selectOption(mark);
  await interview.getByRole('textbox').fill('Answered with examples from practice.');
  await interview.getByRole('button', { name: button }).click();
}

test('a manager is tested: checks with errors at their fields, a panel of two, an outcome by two', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, OFFICER);
  await openManager(page);
  const save = page.getByRole('button', { name: 'Save checks' });
  test.skip(!(await save.isVisible()), 'the manager of the demo is tested already');
  const summary = page.locator('.govuk-error-summary');

  // All that is wrong is said in one round, each beside what is wrong, and nothing that was typed is lost.
  const results = page.getByRole('combobox', { name: /^Result: / });
  for (const each of await results.all()) await each.selectOption('Clear');
  for (const each of await page.getByRole('group', { name: /^Checked on: / }).all()) await fillDay(each, -1);
  await results.nth(3).selectOption({ label: 'Not applicable' });
  const identityOn = page.getByRole('group', { name: 'Checked on: Identity and right to work' });
  const issued = page.getByRole('group', { name: 'Issued', exact: true });
  await identityOn.getByLabel('Month').fill('13');
  await page.getByLabel('Certificate number').fill('0019');
  await save.click();
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Certificate number')).toHaveAccessibleDescription(
    'Enter the 12 digits of the DBS certificate',
  );
  await expect(issued).toHaveAccessibleDescription(/day the certificate was issued/);
  await expect(identityOn).toHaveAccessibleDescription(/must be a real date/);
  await expectAccessible();
  await page.getByLabel('Certificate number').fill('0019 1234 5678');
  await fillDay(issued, -30);
  await fillDay(identityOn, 2);
  await save.click();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(identityOn).toHaveAccessibleDescription(/today or earlier/);
  await expect(page.getByLabel('Note: Ofsted and CQC, past registrations')).toHaveAccessibleDescription(
    'Say why this check does not apply',
  );
  await expect(page.getByLabel('Certificate number')).toHaveValue('0019 1234 5678');
  await expectAccessible();
  await expectReflow(390);

  await summary.getByRole('link', { name: /does not apply/ }).click();
  await expect(page.getByLabel('Note: Ofsted and CQC, past registrations')).toBeFocused();
  await page.keyboard.type('Never registered anywhere before.');
  await fillDay(identityOn, -1);
  await save.click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText(/Interview, scored by two .*is open/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Fit', exact: true })).toBeDisabled();

  // Two score alone, then agree between their scores.
  const interview = interviewOf(page);
  await interview.getByRole('button', { name: 'Give your scores' }).click();
  await expect(summary).toBeFocused();
  await expectAccessible();
  await score(page, '4', 'Give your scores');
  await expect(interview.getByText('A second officer has still to score.')).toBeVisible();
  await bySecond(browser, async (second) => {
    await expect(interviewOf(second)).toContainText('You see the scores once you have given yours.');
    await expect(second.getByText('Answered with examples from practice.')).toHaveCount(0);
    const marks = interviewOf(second).getByRole('combobox');
    for (const question of await marks.all()) await question.selectOption('3');
    await marks.first().selectOption('4');
    await interviewOf(second).getByRole('textbox').fill('Answered with examples from practice.');
    await interviewOf(second).getByRole('button', { name: 'Give your scores' }).click();
    // What both gave alike is filled in, what they settle is not.
    await expect(interviewOf(second).getByRole('button', { name: 'Agree the scores' })).toBeVisible();
    await expect(marks.first()).toHaveValue('4');
    await expect(marks.nth(1)).toHaveValue('');
    await expect(interviewOf(second).getByRole('textbox')).toHaveValue('');
    await expectNoFindings(second);
    await score(second, '5', 'Agree the scores');
    await expect(second.locator('.govuk-error-summary')).toBeVisible();
    await score(second, '4', 'Agree the scores');
    await expect(interviewOf(second).getByText('Passed', { exact: true })).toBeVisible();
  });

  // Proposed by one, sent back and then confirmed by the other.
  await page.reload();
  const propose = async (): Promise<void> => {
    await page.getByRole('radio', { name: 'Fit', exact: true }).check({ force: true });
    await page.locator('#person-reasons').fill('Every check is clear.');
    await page.getByRole('button', { name: 'Propose the outcome' }).click();
    await expect(page.getByText('Someone else confirms.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Confirm the outcome' })).toHaveCount(0);
  };
  await propose();
  await expectAccessible();
  await expectReflow(390);
  await bySecond(browser, async (second) => {
    await second.getByRole('button', { name: 'Send back' }).click();
    await second.getByRole('button', { name: 'Send back' }).click();
    await expect(second.getByLabel('What has to change')).toHaveAccessibleDescription(/Say what has to change/);
    await expectNoFindings(second);
    await second.getByLabel('What has to change').fill('Name the two registrations you looked for.');
    await second.getByRole('button', { name: 'Send back' }).click();
    // Only once it is stored may an outcome be proposed again.
    await expect(second.getByRole('radio', { name: 'Fit', exact: true })).toBeEnabled();
    await expect(second.getByRole('button', { name: 'Confirm the outcome' })).toHaveCount(0);
  });
  await page.reload();
  await propose();
  await bySecond(browser, async (second) => {
    await second.getByRole('button', { name: 'Confirm the outcome' }).focus();
    await second.keyboard.press('Enter');
    await expect(second.getByText('2 of 2 settled')).toBeVisible();
  });

  await page.reload();
  await expect(page.getByText(/^Confirmed by/)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'People' }).getByText('Fit', { exact: true })).toHaveCount(2);
  await expectAccessible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectReflow(390);
  await expectAccessible();
});
