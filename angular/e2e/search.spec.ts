import { expect, signIn, test } from './portal';

test.describe('an officer searches', () => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');

  test('finds a provider, its people, homes and documents by keyboard', async ({
    page,
    expectAccessible,
    expectReflow,
  }) => {
    await signIn(page, 'second-officer@example.org');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');

    const box = page.getByLabel('Search for');
    await box.fill('ab');
    await page.keyboard.press('Enter');
    await expect(page.locator('.govuk-error-summary')).toContainText('at least 3 characters');
    await expect(box).toHaveValue('ab');
    await expectAccessible();

    await box.fill('steps harbour');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/search=steps%20harbour/);
    const providers = page.getByRole('region', { name: /Providers/ });
    await expect(providers.getByRole('link')).toHaveText(['Harbour Steps Housing CIC']);
    await expectAccessible();
    await expectReflow(390);

    await box.fill('.pdf');
    await page.keyboard.press('Enter');
    const documents = page.getByRole('region', { name: /Documents/ });
    await documents.getByRole('link', { name: /Show all/ }).click();
    await expect(page).toHaveURL(/kind=Documents/);
    await expect(documents.getByRole('listitem')).toHaveCount(20);
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.getByText(/Showing 21 to/)).toBeVisible();
    await expectAccessible();

    await box.fill('zebra crossing');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing found').first()).toBeVisible();
    await expect(page).not.toHaveURL(/kind=|page=/);
  });

  test('is not offered to a provider', async ({ page }) => {
    await signIn(page, 'provider@example.org');
    await expect(page.getByRole('link', { name: 'Opportunities', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Search', exact: true })).toHaveCount(0);
  });
});
