import { Page } from '@playwright/test';
import { expect, signIn, test } from './portal';

test.slow();
test.skip(!process.env['DPS_DEMO_PASSWORD'], 'Needs a running portal: DPS_BASE_URL and DPS_DEMO_PASSWORD.');

async function date(page: Page, legend: string, daysAhead: number): Promise<void> {
  const day = new Date(Date.now() + daysAhead * 86_400_000);
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(String(day.getUTCDate()));
  await group.getByLabel('Month').fill(String(day.getUTCMonth() + 1));
  await group.getByLabel('Year').fill(String(day.getUTCFullYear()));
}

test('a referral is refused under 16 and with a full postcode, then recorded', async ({ page, expectAccessible }) => {
  await signIn(page, 'placements@example.org');
  await page.goto('/referrals/new');
  await date(page, 'Date of birth', -15 * 365);
  await page.getByLabel('Case number').fill(`CASE-${Date.now()}`);
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('combobox', { name: 'Gender', exact: true }).selectOption('Female');
  await page.getByRole('combobox', { name: 'Legal basis', exact: true }).selectOption('Section20');
  await page.getByRole('combobox', { name: 'Education or work', exact: true }).selectOption('College');
  await page.getByRole('combobox', { name: 'Kind of home', exact: true }).selectOption('SharedRingFenced');
  await page.getByRole('combobox', { name: 'Shared or alone', exact: true }).selectOption('Shared');
  await page.getByRole('combobox', { name: 'Level of support', exact: true }).selectOption('Medium');
  await page.getByRole('combobox', { name: 'At night', exact: true }).selectOption('SleepIn');
  await page.getByLabel('Core hours a week').fill('10');
  await page.getByLabel('Going missing: Low').check();
  await page.getByRole('button', { name: /as none known/ }).click();
  await page.getByLabel('Areas wanted').fill('HA9 0WS');
  await page.getByLabel('A quiet home').check();
  await date(page, 'When were they asked?', -2);
  await date(page, 'First day to move in', 3);
  await date(page, 'Last day to move in', 9);
  await expect(page.getByText('Urgency, from the first day: within five days')).toBeVisible();
  await page.getByLabel('Expected weeks').fill('26');
  await page.getByRole('button', { name: 'Save referral' }).click();

  const summary = page.locator('.govuk-error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'They are under 16. Supported accommodation is only for those aged 16 and over',
    'HA9 0WS is a full postcode. Enter its first half only: HA9',
  ]);
  await expectAccessible();

  await date(page, 'Date of birth', -17 * 365);
  await page.getByLabel('Areas wanted').fill('ha9, NW10');
  await page.getByRole('button', { name: 'Save referral' }).click();

  await expect(page).toHaveURL(/\/referrals\/[0-9a-f-]{36}$/);
  await expect(page.getByText('HA9, NW10')).toBeVisible();
  await expect(page.getByText('16 to 17')).toBeVisible();
  await expect(page.getByText('CASE-')).toHaveCount(0);
  await expectAccessible();
});

test('a referral is put aside as a draft and carried on with later', async ({ page, expectAccessible }) => {
  await signIn(page, 'social-worker@example.org');
  await page.goto('/referrals/new');
  await page.getByRole('combobox', { name: 'Gender', exact: true }).selectOption('Female');
  await page.getByLabel('Going missing: Low').check();
  await page.getByLabel('Areas wanted').fill('HA9 0WS');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveText([
    'HA9 0WS is a full postcode. Enter its first half only: HA9',
  ]);

  await page.getByLabel('Areas wanted').fill('HA9');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page).toHaveURL(/\/referrals\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Not complete yet')).toBeVisible();
  await expectAccessible();

  await page.getByRole('link', { name: 'Carry on with the draft' }).click();
  await expect(page.getByRole('combobox', { name: 'Gender', exact: true })).toHaveValue('Female');
  await expect(page.getByLabel('Going missing: Low')).toBeChecked();
  await expect(page.getByLabel('Areas wanted')).toHaveValue('HA9');
  await page.getByRole('button', { name: 'Complete the referral' }).click();
  await expect(page.locator('.govuk-error-summary').getByText('Choose the legal basis')).toBeVisible();
  await expectAccessible();
});

test('what is typed into a referral is asked about before it is lost', async ({ page }) => {
  await signIn(page, 'placements@example.org');
  await page.goto('/referrals/new');
  await page.getByLabel('Expected weeks').fill('26');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return asked.length === 2 ? dialog.accept() : dialog.dismiss();
  });

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect.poll(() => asked).toEqual(['confirm']);
  await expect(page).toHaveURL(/referrals\/new$/);
  await expect(page.getByLabel('Expected weeks')).toHaveValue('26');

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.goto('/referrals/new');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  expect(asked, 'nothing is asked where nothing is typed').toEqual(['confirm', 'confirm']);
});
