import { expect, test } from './portal';

test('every component is accessible and reflows at 320 pixels', async ({ page, expectAccessible, expectReflow }) => {
  await page.goto('/development/components');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Components');

  await expectAccessible();
  await expectReflow();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible();
});

test('a refused form names each problem twice and takes the person to the field', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/development/components');
  await page.getByLabel('Weekly price in pounds').fill('twelve');
  await page.getByRole('button', { name: 'Save and continue' }).click();

  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Components/);
  await expect(summary.getByRole('link')).toHaveText([
    'Enter the weekly price in pounds, like 1067.50',
    'Choose a lot',
    'Choose at least one area',
    'Enter the date the home is free',
    'Choose an outcome',
    'Give your reasons',
  ]);
  await expectAccessible();

  await summary.getByRole('link', { name: 'Enter the weekly price in pounds' }).click();
  await expect(page.getByLabel('Weekly price in pounds')).toBeFocused();
  await expect(page.getByLabel('Weekly price in pounds')).toHaveValue('twelve');
  await page.getByLabel('Weekly price in pounds').fill('1,067.50');
  await expect(summary.getByRole('link')).toHaveCount(5);
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/development/components');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');

  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the mail page shows what would have been sent, its links ready to follow', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await page.goto('/forgotten-password');
  await page.getByLabel('Email address').fill('newcomer@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');

  await page.goto('/development/mail');
  const mail = page.locator('.mails details').filter({ hasText: 'newcomer@example.org' }).first();
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(mail.getByRole('link', { includeHidden: true })).toHaveAttribute('href', /\/reset-password/, {
      timeout: 500,
    });
  }).toPass({ timeout: 20_000 });
  await expectAccessible();
  await expectReflow();
});
