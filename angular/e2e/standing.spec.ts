import { Browser, Page } from '@playwright/test';
import { expect, expectNoFindings, signIn, test } from './portal';

test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal with its demo data');

/** The accreditation of one provider, with the officer free to act on it. */
async function openStanding(page: Page, officer: string, provider: string): Promise<void> {
  await signIn(page, officer);
  await page.goto('/accreditation/standings');
  await page.getByRole('link', { name: provider }).first().click();
  await expect(page.getByRole('heading', { name: 'Accreditation', exact: true })).toBeVisible();
  const declare = page.getByRole('button', { name: 'I have no conflict of interest' });
  if (await declare.isVisible()) await declare.click();
}

/** By the second officer, in a browser of their own. */
async function confirm(browser: Browser, provider: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openStanding(page, 'second-officer@example.org', provider);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
  await context.close();
}

test('two officers suspend an accreditation and reinstate it', async ({
  page,
  browser,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/standings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accreditations');
  const provider = (await page.locator('tbody th a').last().textContent())?.trim() ?? '';
  await expectAccessible();
  await expectReflow();
  const named = page.getByRole('link', { name: provider }).first();
  await named.click();
  await expect(page.getByRole('heading', { name: 'Accreditation', exact: true })).toBeVisible();
  const declare = page.getByRole('button', { name: 'I have no conflict of interest' });
  if (await declare.isVisible()) await declare.click();
  await expectAccessible();
  await expectReflow();

  const panel = page.locator('dps-accreditation-panel');
  await panel.getByRole('button', { name: 'Propose the change' }).click();
  await expect(panel.locator('.govuk-error-summary')).toBeFocused();
  await panel.getByRole('radio', { name: 'Suspend' }).check();
  await panel.getByRole('checkbox').first().check();
  await panel.getByRole('textbox').fill('Ofsted has restricted the accommodation.');
  await panel.getByRole('button', { name: 'Propose the change' }).click();
  await expect(panel.getByText('To confirm')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0);
  await confirm(browser, provider);

  await page.reload();
  await expect(panel.getByText('Invited, but nothing can be awarded')).toBeVisible();
  await expectNoFindings(page);
  await panel.getByRole('radio', { name: 'Reinstate' }).check();
  await panel.getByRole('checkbox').first().check();
  await panel.getByRole('textbox').fill('The restriction was lifted.');
  await panel.getByRole('button', { name: 'Propose the change' }).click();
  await confirm(browser, provider);
  await page.reload();
  await expect(panel.getByText('Invited, but nothing can be awarded')).toHaveCount(0);
});

test('a register file becomes tasks, after a look, and an officer settles one', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/ofsted');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ofsted');
  await expectAccessible();
  await expectReflow();

  await page.getByRole('link', { name: 'Compare with a register file' }).click();
  const file = (rows: string) => ({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.locator('input[type=file]').setInputFiles(file('URN,Provider,Status\r\n12,A stranger,Registered\r\n'));
  await page.getByLabel('Day', { exact: true }).fill('1');
  await page.getByLabel('Month').fill('11');
  await page.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('table', { name: 'Rows that need you' })).toContainText('5 to 10 digits');
  await expectAccessible();

  await page
    .locator('input[type=file]')
    .setInputFiles(file('URN,Provider,Status\r\n8000001,A stranger,Registered\r\n'));
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'Keep the differences as tasks' }).click();
  await expect(page.getByRole('heading', { name: 'Kept as tasks' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the differences' }).click();
  const settle = page.getByRole('button', { name: /^Settle/ });
  await expect(settle.first()).toBeVisible();
  const before = await settle.count();
  await settle.first().click();
  await page.getByLabel('What you did about it').fill('Asked Ofsted: its register is behind.');
  await page.getByRole('button', { name: 'Settle', exact: true }).click();
  await expect(settle).toHaveCount(before - 1);
  await expectAccessible();
  await expectReflow();
});

test('one page tells an officer where a provider stands', async ({ page, expectAccessible, expectReflow }) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/accreditation/members');
  const named = page.locator('tbody th a').first();
  const name = (await named.textContent())?.trim() ?? '';
  await named.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Providers' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  for (const heading of ['Standing', 'Homes', 'Visits', 'What runs out next', 'Open actions', 'Latest'])
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  await expectAccessible();
  await expectReflow(390);

  await page.getByRole('table', { name: 'Membership and accreditation by lot' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/accreditation\/applications\/[^/]+\/standing$/);
  await page.getByRole('link', { name: 'All of this provider' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});
