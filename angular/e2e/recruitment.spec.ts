import { Browser, Page } from '@playwright/test';
import { expect, signIn, test } from './portal';
import { smallPdf } from './small-pdf';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

const fillDay = async (page: Page, legend: string, day: Date): Promise<void> => {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(String(day.getDate()));
  await group.getByLabel('Month').fill(String(day.getMonth() + 1));
  await group.getByLabel('Year').fill(String(day.getFullYear()));
};

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** In a browser of their own. */
async function as(browser: Browser, email: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  await act(page);
  await context.close();
}

test('a provider lists a policy with errors at the fields, and sees which review is due', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'provider@example.org');
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Policies', exact: true }).click();
  await expect(page).toHaveTitle(/^Policies – /);
  await expect(page.getByText('Review overdue: Lone working')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Lone working/ })).toContainText('Review overdue');
  await expect(page.getByRole('row', { name: /^CCTV/ })).toContainText('If it applies');
  await expectAccessible();
  await expectReflow();
  await expectReflow(390);

  await page.getByRole('link', { name: 'Modern slavery' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Modern slavery policy');
  const summary = page.locator('.govuk-error-summary');
  if ((await page.getByLabel('Who answers for it').inputValue()) === '') {
    await page.getByRole('button', { name: 'Save policy' }).click();
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveCount(3);
    await expectAccessible();
  }

  await page.getByLabel('Who answers for it').fill('Barnaby Quill, deputy manager');
  await fillDay(page, 'Version in use since', inDays(1));
  await fillDay(page, 'Next review by', inDays(1));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByRole('group', { name: 'Version in use since' })).toHaveAccessibleDescription(
    /Error.*in the future/,
  );
  await expect(page.getByRole('group', { name: 'Next review by' })).toHaveAccessibleDescription(/Error.*comes after/);
  await expect(page.getByLabel('Who answers for it')).toHaveValue('Barnaby Quill, deputy manager');
  await expectAccessible();
  await expectReflow(390);

  await fillDay(page, 'Version in use since', inDays(-100));
  await fillDay(page, 'Next review by', inDays(20));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page).toHaveURL(/\/staff\/policies\?saved=ModernSlavery$/);
  await expect(page.getByRole('row', { name: /^Modern slavery/ })).toContainText('Review due soon');
  await expectAccessible();

  await page.goto('/');
  await page.getByRole('link', { name: /Review your modern slavery policy/ }).click();
  await expect(page.getByRole('row', { name: /^Modern slavery/ })).toBeFocused();
});

test('the safeguarding policy says how far away its review may be, and a save by somebody else loses nothing', async ({
  page,
  expectAccessible,
}) => {
  await signIn(page, 'provider@example.org');
  await page.goto('/staff/policies/Safeguarding');
  const review = page.getByRole('group', { name: 'Next review by' });
  await expect(review).toHaveAccessibleDescription(/At least every 12 months: up to/);
  await expect(page.getByLabel('Who answers for it')).not.toHaveValue('');
  await fillDay(page, 'Next review by', inDays(400));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(review).toHaveAccessibleDescription(/Error.*reviewed every 12 months/);

  const other = await page.context().newPage();
  await other.goto('/staff/policies/Safeguarding');
  await other.getByLabel('Who answers for it').fill('Odette Larkspur, service manager');
  await other.getByRole('button', { name: 'Save policy' }).click();
  await expect(other).toHaveURL(/saved=Safeguarding/);
  await other.close();

  await fillDay(page, 'Next review by', inDays(200));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByText('This policy was changed meanwhile')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Save what I typed' }).click();
  await expect(page).toHaveURL(/saved=Safeguarding/);
});

test('an officer reads overdue policies beside the record, and is told what is wrong with an action', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/queue?search=Brambleford');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Safer recruitment' }).click();
  const policies = page.getByRole('region', { name: 'Policies', exact: true });
  await expect(policies).toContainText('Review overdue: Safeguarding, Supervision of staff');
  await expect(policies).toContainText('Not listed: Low-level concerns, Online safety');
  await policies.getByText('Every policy with its owner').click();
  await expect(policies.getByRole('row', { name: /^Whistleblowing/ })).toContainText('Review due soon');
  await expectAccessible();
  await expectReflow();

  await page.getByRole('radio', { name: 'Passed, with actions' }).check({ force: true });
  await page.getByRole('button', { name: 'Add another action' }).click();
  const second = page.getByRole('group', { name: 'Action 2' });
  await expect(second.getByLabel('What the provider must do')).toBeFocused();
  await second.getByLabel('What the provider must do').fill('List the policy on online safety.');
  const yesterday = inDays(-1);
  await second.getByLabel('Day').fill(String(yesterday.getDate()));
  await second.getByLabel('Month').fill(String(yesterday.getMonth() + 1));
  await second.getByLabel('Year').fill(String(yesterday.getFullYear()));
  await page.getByRole('button', { name: 'Close the stage' }).click();
  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Action 1: Say what the provider must do',
    'Action 1: Enter the day it is due',
    'Action 2: Enter a day that has not passed',
    'Give the reasons, in the words the provider will read',
  ]);
  await expectAccessible();
  await expectReflow(390);
  await page.getByRole('button', { name: 'Remove action 1' }).click();
  await expect(page.getByRole('group', { name: 'Action 1' }).getByLabel('What the provider must do')).toHaveValue(
    'List the policy on online safety.',
  );
});

test('a provider says that an action is done, an officer sends it back and accepts it', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  const action = /Ask the update service about every DBS check/;
  await signIn(page, 'applicant8@example.org');
  await page.goto('/');
  const task = page.getByRole('link', { name: /Do what was asked after the safer recruitment check: Ask the update/ });
  await expect(page.getByRole('region', { name: 'To do' }).getByRole('listitem').first()).toBeVisible();
  test.skip((await task.count()) === 0, 'the action of the demo is done already');
  await task.click();
  await expect(page.getByText(/^It was due by/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to your application' }).click();
  await expect(page.getByRole('heading', { name: 'Actions after the safer recruitment check' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: action })).toContainText('Overdue');
  await expectAccessible();
  await expectReflow(390);
  await page.getByRole('link', { name: action }).click();
  await expect(page.getByText(/^It was due by/)).toBeVisible();
  await page.getByRole('button', { name: 'Say that it is done' }).click();
  await expect(page.getByLabel('What was done')).toHaveAccessibleDescription(/Error.*Say what was done/);
  await expectAccessible();
  await page.getByLabel('What was done').fill('Asked for all six; no change.');
  await page.getByLabel('A document that shows it (optional)').setInputFiles({
    name: 'update-service.pdf',
    mimeType: 'application/pdf',
    buffer: smallPdf('Update service'),
  });
  await expect(page.getByText('update-service.pdf').first()).toBeVisible();
  await page.getByRole('button', { name: 'Say that it is done' }).click();
  await expect(page.getByRole('alert')).toContainText('The officers have it.');
  await expectAccessible();
  await page.getByRole('link', { name: 'Go back to your application' }).click();
  await expect(page).toHaveURL(/\/application\/[0-9a-f-]+$/);
  const address = page.url();
  const id = address.split('/').pop() ?? '';

  await as(browser, 'officer@example.org', async (officer) => {
    await officer.goto('/');
    await officer.getByRole('link', { name: /^Check what .* has done for its safer recruitment/ }).click();
    await expect(officer).toHaveURL(new RegExp(`${id}/safer-recruitment#actions-heading$`));
    await expect(officer.getByRole('heading', { name: 'Actions of the provider' })).toBeFocused();
    await expect(officer.getByRole('heading', { name: 'Actions of the provider' })).toBeInViewport();
    const card = officer.getByRole('region', { name: 'Actions of the provider' });
    await expect(card).toContainText('Asked for all six; no change.');
    await expect(card.getByRole('link', { name: 'update-service.pdf' })).toBeVisible();
    await card.getByRole('button', { name: /^Send back.*Ask the update/ }).click();
    await card.getByRole('button', { name: 'Send back', exact: true }).click();
    await expect(card.getByLabel('What is still missing')).toHaveAccessibleDescription(/Error.*still missing/);
    await card.getByLabel('What is still missing').fill('The mentor is not on the list.');
    await expect(card).toContainText('Enter a day that has not passed');
    await card.getByLabel('Year').fill('2099');
    await card.getByRole('button', { name: 'Send back', exact: true }).click();
    await expect(card).toContainText('Sent back: The mentor is not on the list.');
    await expect(card).toContainText(/Due by \d+ \w+ 2099/);
  });

  await page.goto(address);
  await page.getByRole('link', { name: action }).click();
  await expect(page.getByText('The mentor is not on the list.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What you said before' })).toBeVisible();
  await expectAccessible();
  await page.getByLabel('What was done').fill('Asked for all seven; no change.');
  await page.getByRole('button', { name: 'Say that it is done' }).click();
  await expect(page.getByRole('alert')).toContainText('The officers have it.');
  await page.getByRole('link', { name: 'Go back to your application' }).click();

  await as(browser, 'officer@example.org', async (officer) => {
    await officer.goto(`/accreditation/applications/${id}/safer-recruitment`);
    const card = officer.getByRole('region', { name: 'Actions of the provider' });
    await card.getByRole('button', { name: /^Accept.*as done: Ask the update/ }).click();
    await expect(card).toContainText(/Accepted .*, by /);
    await expect(card.getByRole('link', { name: 'update-service.pdf' })).toBeVisible();
  });
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: action }).getByText('Done', { exact: true })).toBeVisible();
});
