import { expect, signIn, test } from './portal';

const OFFICER = 'officer@example.org';

test.describe('the officer', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');

  test('reads a queue that names what is late, sorts it and keeps its filters in the address', async ({
    page,
    expectAccessible,
    expectReflow,
  }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications to review');
    const rows = page.locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    await expectAccessible();
    await expectReflow(390);

    await expect(page.getByRole('columnheader', { name: 'Legal decision' })).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('link', { name: 'Provider', exact: true }).click();
    await expect(page).toHaveURL(/sort=provider/);
    await expect(page.getByRole('columnheader', { name: 'Provider' })).toHaveAttribute('aria-sort', 'ascending');
    const shown = () => page.locator('tbody th a').allTextContents();
    // The rows before stay until the answer has come.
    await expect
      .poll(async () => [...(await shown())].sort((a, b) => a.localeCompare(b)).join() === (await shown()).join())
      .toBe(true);
    const names = await shown();

    const wanted = names[0] ?? '';
    await page.getByRole('searchbox', { name: 'Reference or provider' }).fill(wanted);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/search=/);
    await page.reload();
    await expect(page.getByRole('searchbox')).toHaveValue(wanted);
    for (const name of await page.locator('tbody th a').allTextContents()) expect(name).toBe(wanted);
  });

  test('opens every part of an application', async ({ page, expectAccessible, expectReflow }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue');
    await page.locator('tbody th a').first().click();
    const declare = page.getByRole('button', { name: 'I have no conflict of interest' });
    await expect(declare.or(page.getByText('No conflict of interest', { exact: true }))).toBeVisible();
    if (await declare.isVisible()) {
      await expectAccessible();
      await expectReflow(390);
      await declare.click();
    }
    const tabs = page.getByRole('navigation', { name: 'Parts of the application' });
    await expect(tabs).toBeVisible();
    await expect(tabs.getByRole('link').first()).toBeVisible();
    for (const tab of await tabs.getByRole('link').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await expect(page.locator('dps-loading')).toHaveCount(0);
      await expectAccessible();
      await expectReflow(390);
    }
  });

  test('checks people, with a table for each', async ({ page, expectAccessible }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue');
    const row = page.locator('tbody tr').filter({ hasText: 'Carry out the fit-and-proper-person test' }).first();
    await row.getByRole('link').click();
    await expect(page).toHaveURL(/\/people$/);
    // The next step is here: it is said, and leads nowhere else.
    await expect(page.getByText('Next: Carry out the fit-and-proper-person test')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Carry out the fit-and-proper-person test' })).toHaveCount(0);
    await expect(page.getByRole('navigation', { name: 'People' })).toBeVisible();
    await expectAccessible();

    const people = page.getByRole('navigation', { name: 'People' }).getByRole('listitem');
    const last = people.getByRole('link').last();
    const name = (await last.textContent())?.trim() ?? '';
    await last.click();
    await expect(page.getByRole('heading', { level: 2, name }).first()).toBeVisible();
    const change = page.getByRole('button', { name: 'Change the checks' });
    await expect(change.or(page.getByRole('button', { name: 'Save checks' }))).toBeVisible();
    if (await change.isVisible()) await change.click();
    await page.getByRole('radio', { name: 'Not fit' }).check();
    await page.locator('#person-reasons').fill('');
    await page.getByRole('button', { name: 'Propose the outcome' }).click();
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveText(['Give the reasons, in the words the provider will read']);
    await expectAccessible();
  });

  test('reads schemes with the law beside them', async ({ page, expectAccessible, expectReflow }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/schemes');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await expectAccessible();
    await expectReflow(390);

    await page.locator('tbody th a').first().click();
    await expect(page.getByRole('heading', { name: 'What the law allows' })).toBeVisible();
    await expectAccessible();
    await expectReflow(390);
  });

  test('answers a card of the checklist by keyboard, and a lost connection loses nothing', async ({
    page,
    expectAccessible,
    expectReflow,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, OFFICER);
    await page.goto('/property/visits');
    await expectAccessible();
    await expectReflow(390);
    await page.getByRole('listitem').filter({ hasText: 'Booked' }).getByRole('link').first().click();
    await expect(page.getByText('Section 1 of')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
    await expectAccessible();
    await expectReflow(390);

    const card = page.locator('dps-visit-card').nth(8);
    await card.getByRole('radio', { name: 'Pass' }).focus();
    await page.keyboard.press('Space');
    await expect(card.getByRole('radio', { name: 'Pass' })).toBeChecked();
    await expect(page.getByText(/All answers saved at/)).toBeVisible();

    await page.keyboard.press('ArrowRight');
    await expect(card.getByRole('radio', { name: 'Advisory' })).toBeChecked();
    await expect(page.getByText('Saved. 1 answer still needs a note or an area')).toBeVisible();
    await page.reload();
    await expect(card.getByRole('radio', { name: 'Advisory' })).toBeChecked();
    await expect(card.getByText('Needs a note.')).toBeVisible();
    await card.getByRole('radio', { name: 'Advisory' }).focus();
    await page.route('**/answers', (route) => route.abort());
    await page.keyboard.press('Tab');
    await expect(card.getByLabel('What needs to change?')).toBeFocused();
    await page.keyboard.type('The bell was not heard upstairs.');
    await expect(page.getByText('No connection. 1 answer kept here, trying again')).toBeVisible();
    await expectAccessible();

    await page.unroute('**/answers');
    await expect(page.getByText(/All answers saved at/)).toBeVisible({ timeout: 15_000 });
    await page.reload();
    await expect(card.getByLabel('What needs to change?')).toHaveValue('The bell was not heard upstairs.');
    for (const height of await card.locator('.segment').evaluateAll((all) => all.map((each) => each.clientHeight))) {
      expect(height).toBeGreaterThanOrEqual(48);
    }
  });

  test('is warned before leaving a visit with answers that are not sent', async ({ page }) => {
    await signIn(page, OFFICER);
    await page.goto('/property/visits');
    await page.getByRole('listitem').filter({ hasText: 'In progress' }).getByRole('link').first().click();
    await expect(page.getByText('Section 1 of')).toBeVisible();
    await page.route('**/answers', (route) => route.abort());
    await page.locator('dps-visit-card').last().getByRole('radio', { name: 'Pass' }).check({ force: true });
    await expect(page.getByText('No connection. 1 answer kept here, trying again')).toBeVisible();

    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Back to the visits' }).click();
    await expect.poll(() => asked).toEqual([expect.stringContaining('Some answers are not saved yet')]);
    await expect(page).toHaveURL(/\/property\/visits\/[\w-]+/);

    await page.unroute('**/answers');
    await expect(page.getByText(/All answers saved at|still need/)).toBeVisible({ timeout: 15_000 });
    await page.getByRole('link', { name: 'Back to the visits' }).click();
    await expect(page).toHaveURL(/\/property\/visits$/);
  });

  test('cancels a visit with a reason, and the home can be booked anew', async ({ page, expectAccessible }) => {
    await signIn(page, OFFICER);
    await page.goto('/property/visits');
    const booked = page.getByRole('listitem').filter({ hasText: 'Booked' });
    const link = booked.getByRole('link').last();
    const address = (await link.getAttribute('href')) ?? '';
    await link.click();
    await expect(page.getByText('Section 1 of')).toBeVisible();
    await page.getByText('Cancel this visit').click();
    await page.getByRole('button', { name: 'Cancel the visit' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Say why the visit is cancelled');

    await page.getByLabel('Why the visit is cancelled').fill('The road is closed.');
    await page.getByRole('button', { name: 'Cancel the visit' }).click();
    await expect(page).toHaveURL(`${address.split('?')[0] ?? ''}/result`);
    await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
    await expectAccessible();
  });
});
