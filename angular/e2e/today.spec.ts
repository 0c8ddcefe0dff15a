import { expect, signIn, test } from './portal';

test('an officer’s first page leads to what is due, by the keyboard alone', async ({
  page,
  expectAccessible,
  expectReflow,
}) => {
  await signIn(page, 'officer@example.org');
  await page.goto('/');
  await expect(page).toHaveTitle(/^Today – /);
  const tasks = page.getByRole('region', { name: 'To do' }).getByRole('listitem');
  await expect(tasks.first()).toBeVisible();
  await expectAccessible();
  await expectReflow();

  const decide = tasks.getByRole('link', { name: /^(Decide whether|Carry on with) / }).first();
  await decide.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/accreditation\/applications\//);
});

test('a provider that never applied is led to its application', async ({ page, expectAccessible, expectReflow }) => {
  await page.route('**/api/today', (route) =>
    route.fulfill({
      json: {
        on: '2026-11-24',
        items: [
          { kind: 'Application.Start', id: null, subject: 'Fresh Start Homes CIC' },
          {
            kind: 'Certificate.RunsOut',
            id: '7d3b8f4c-7c7b-4a83-9c59-0f5d0a3c2b11',
            subject: 'Wharf View',
            detail: 'gas safety record',
            dueOn: '2099-01-01',
          },
        ],
      },
    }),
  );
  await signIn(page, 'newcomer@example.org');
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Runs out next' })).toContainText('Gas safety record');
  await expectAccessible();
  await expectReflow();

  await page.getByRole('link', { name: 'Apply to join a scheme' }).click();
  await expect(page).toHaveURL(/\/application$/);
});
