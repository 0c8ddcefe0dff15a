import { expect, signIn, test } from './portal';

// Not the officer of the other journeys: what this one takes or keeps is in nobody's way.
const OFFICER = 'second-officer@example.org';

test.describe('the officer’s day', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');

  test('narrows the queue, keeps it as a view and removes the view', async ({
    page,
    expectAccessible,
    expectReflow,
  }) => {
    const name = `Late ${Date.now()}`;
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications to review');
    await page.getByLabel('Due', { exact: true }).selectOption({ label: 'Overdue' });
    await expect(page).toHaveURL(/due=overdue/);

    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Give the view a name');
    await expectAccessible();
    await page.getByLabel('Name of the view').fill(name);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const tab = page.getByRole('navigation', { name: 'Your views' }).getByRole('link', { name });
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expectAccessible();
    await expectReflow(390);

    await page.goto('/accreditation/queue');
    await tab.click();
    await expect(page).toHaveURL(/due=overdue/);
    await page.getByRole('button', { name: 'Remove this view' }).click();
    await expect(tab).toHaveCount(0);
    await expect(page).not.toHaveURL(/due=/);
  });

  test('chooses rows by keyboard, takes them, puts them back and reminds', async ({ page, expectAccessible }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue?stage=FitAndProperTest');
    const rows = page.locator('tbody tr');
    await expect(rows.first()).toBeVisible();
    const acts = page.getByRole('group', { name: 'With the chosen applications' });
    await acts.getByRole('button', { name: 'Assign to me' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Choose at least one application');

    const tick = rows.last().getByRole('checkbox');
    const before = (await rows.last().locator('td').last().textContent())?.trim() ?? '';
    const reference = /APP-\d+-\d+/.exec((await rows.last().textContent()) ?? '')?.[0] ?? '';
    const row = rows.filter({ hasText: reference });
    await tick.focus();
    await page.keyboard.press('Space');
    await expect(acts.getByText('1 chosen')).toBeVisible();
    await acts.getByRole('button', { name: 'Assign to me' }).click();
    await expect(page.getByRole('alert')).toContainText('Assigned to you');
    await expect(page.getByRole('alert')).toContainText(reference);
    await expectAccessible();

    // As it was, for the journeys beside this one; unless it was this officer's already.
    const officers = acts.getByLabel('Officer to assign to');
    const label = before.startsWith('Nobody') ? 'Nobody, to be taken' : before;
    if ((await officers.locator('option').allTextContents()).includes(label)) {
      await row.getByRole('checkbox').check();
      await officers.selectOption({ label });
      await acts.getByRole('button', { name: 'Assign', exact: true }).click();
      await expect(row.locator('td').last()).toHaveText(before);
    }

    await row.getByRole('checkbox').check();
    await acts.getByRole('button', { name: 'Send reminders' }).click();
    await expect(page.getByRole('alert')).toContainText(/owed|gets none/);
  });

  test('opens what is taken next, or says that nothing waits', async ({ page }) => {
    await signIn(page, OFFICER);
    await page.goto('/accreditation/queue');
    await page.getByRole('button', { name: 'Take next' }).click();
    await expect(
      page
        .getByRole('navigation', { name: 'Parts of the application' })
        .or(page.getByRole('button', { name: 'I have no conflict of interest' }))
        .or(page.getByText('Nothing waits to be taken'))
        .first(),
    ).toBeVisible();
  });
});
