import { expect, signIn, test } from './portal';

const PAGES = [
  ['Help', '/help', 'Help'],
  ['Accessibility statement', '/accessibility', 'Accessibility statement'],
  ['Privacy', '/privacy', 'Privacy'],
  ['Security', '/security', 'Security'],
  ['Cookies', '/cookies', 'Cookies'],
] as const;

test('anybody reaches help, accessibility, privacy, security and cookies from the foot of a page', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await page.goto('/sign-in');
  for (const [link, path, heading] of PAGES) {
    await page.getByRole('navigation', { name: 'About the portal' }).getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectAccessible();
    await expectReflow(320);
  }
});

test('the cookies page names the cookies that the portal sets', async ({ page, context }) => {
  test.skip(!process.env['DPS_BASE_URL'], 'needs a running portal');
  await signIn(page, 'newcomer@example.org');
  await page.goto('/cookies');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cookies');
  const named = (await page.locator('tbody th').allTextContents()).map((name) => name.trim());
  const set = (await context.cookies()).map(({ name }) => name.replace('__Host-', ''));
  expect(named.sort()).toEqual(set.sort());
});
