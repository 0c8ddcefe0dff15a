import { expect, test } from './portal';

test('the sign-in page is accessible, reflows and names what is missing', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await page.goto('/sign-in');
  await expect(page).toHaveTitle(/^Sign in – /);
  await expectAccessible();
  await expectReflow();

  await page.getByRole('button', { name: 'Sign in' }).click();

  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText(['Enter your email address', 'Enter your password']);
  await expect(page.getByLabel('Email address')).toHaveAccessibleDescription('Error: Enter your email address');
  await expectAccessible();
});

test('the anonymous are asked to sign in and told apart from a page that is not there', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/reporting');
  await expect(page).toHaveURL(/\/sign-in\?returnUrl=%2Freporting/);

  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expectAccessible();
});
