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

test('a refused sign-in says the same for every cause and keeps the address typed', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the password');
  await page.route('**/api/account/sign-in', (route) =>
    route.fulfill({ status: 401, json: { title: 'Unauthorized' } }),
  );
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.locator('.govuk-error-summary')).toContainText('The email address or the password is not right');
  await expect(page.getByLabel('Email address')).toHaveValue('nobody@example.org');
  await expect(page).toHaveURL(/sign-in$/);
  await expectAccessible();
});
